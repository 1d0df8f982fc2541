package io.github.twiliojdbc.planner;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * A join that asks one side only for the keys that the other side, its driver, yields.
 *
 * <p>The driver's rows are taken in batches, while it is still being read. The body is the join of
 * one batch with the rows that have its keys; it contains the {@link Batch} and a {@link
 * TwilioScan} that knows the lookup's number.
 */
sealed class Lookup extends BiRel permits RunnableLookup {
  private final int number;

  /** Fields of the driver that are keys. */
  private final List<Integer> keys;

  /** Columns of the scan that have the keys' values. */
  private final List<String> columns;

  /** What a row of the driver must fulfil for its key to be asked for. */
  private final RexNode asking;

  Lookup(RelTraitSet traits, Driver driver, RelNode body, int number) {
    this(traits, driver.plan(), body, number, driver.keys(), driver.columns(), driver.asking());
  }

  Lookup(
      RelTraitSet traits,
      RelNode driver,
      RelNode body,
      int number,
      List<Integer> keys,
      List<String> columns,
      RexNode asking) {
    super(driver.getCluster(), traits, driver, body);
    this.number = number;
    this.keys = keys;
    this.columns = columns;
    this.asking = asking;
  }

  RelNode driver() {
    return getLeft();
  }

  RelNode body() {
    return getRight();
  }

  int number() {
    return number;
  }

  /** Returns how many different keys are likely to be asked for. */
  double askedKeys() {
    RelMetadataQuery metadata = getCluster().getMetadataQuery();
    double rows = metadata.getRowCount(driver());
    Double most = metadata.getMaxRowCount(driver());
    Double distinct = metadata.getDistinctRowCount(driver(), ImmutableBitSet.of(keys), null);
    double asked = metadata.getSelectivity(driver(), asking);
    return asked
        * Math.min(Math.min(rows, most == null ? rows : most), distinct == null ? rows : distinct);
  }

  List<Integer> keys() {
    return keys;
  }

  List<String> columns() {
    return columns;
  }

  RexNode asking() {
    return asking;
  }

  @Override
  public Lookup copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Lookup(traits, inputs.get(0), inputs.get(1), number, keys, columns, asking);
  }

  @Override
  protected RelDataType deriveRowType() {
    return body().getRowType();
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return metadata.getRowCount(body());
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("lookup", number)
        .item("keys", columns)
        .item("fields", keys)
        .itemIf("where", asking, !asking.isAlwaysTrue());
  }
}
