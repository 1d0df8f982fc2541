package io.github.twiliojdbc.planner;

import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;

/**
 * What Calcite asks of the operators of a plan, such as how many rows they bring.
 *
 * <p>It goes to the handlers by reflection. Calcite's usual way is code that it makes and compiles
 * for each question, which wins back only over dozens of new queries what it costs the first one.
 */
final class MetadataQuery extends RelMetadataQuery {

  MetadataQuery() {
    super(new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE));
  }
}
