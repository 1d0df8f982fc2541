package io.github.twiliojdbc.planner;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * A join that asks one side only for the rows that the other side's rows, its driver's, may be
 * joined with.
 *
 * <p>The driver's rows are taken in batches. The body is the join of one batch with the rows that
 * its dynamic filters let through; it contains the {@link Batch} and the scans that have them.
 */
sealed class Lookup extends BiRel permits RunnableLookup {
  private final int number;

  /** The scans of the body that are told of the batch. */
  private final List<ScanLookup> scans;

  /** What a row of the driver must fulfil to be asked for. */
  private final RexNode asking;

  Lookup(
      RelTraitSet traits,
      RelNode driver,
      RelNode body,
      int number,
      List<ScanLookup> scans,
      RexNode asking) {
    super(driver.getCluster(), traits, driver, body);
    this.number = number;
    this.scans = scans;
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

  List<ScanLookup> scans() {
    return scans;
  }

  RexNode asking() {
    return asking;
  }

  /** Returns how many times the requests of the body are likely to be sent. */
  double repetitions() {
    double rows =
        getCluster().getMetadataQuery().getSelectivity(driver(), asking)
            * scans.stream().mapToDouble(this::rows).max().orElse(1);
    return scans.stream().anyMatch(scan -> scan.filter().isKeyed())
        ? rows
        : Math.ceil(rows / LookupRuntime.MOST_ROWS);
  }

  private double rows(ScanLookup scan) {
    return scan.known()
        .map(known -> (double) known.size())
        .orElseGet(() -> rows(driver(), RelOptUtil.InputFinder.bits(scan.filter().values(), null)));
  }

  /** Returns how many different rows some fields of a driver are likely to have. */
  static double rows(RelNode driver, ImmutableBitSet fields) {
    RelMetadataQuery metadata = driver.getCluster().getMetadataQuery();
    double rows = metadata.getRowCount(driver);
    Double most = metadata.getMaxRowCount(driver);
    Double distinct = metadata.getDistinctRowCount(driver, fields, null);
    return Math.min(Math.min(rows, most == null ? rows : most), distinct == null ? rows : distinct);
  }

  /** Returns in words what the body's scans are told. */
  String description() {
    List<String> fields = driver().getRowType().getFieldNames();
    boolean isKeysOnly = scans.stream().allMatch(scan -> scan.filter().isKeysOnly());
    String told =
        scans.stream()
            .flatMap(
                scan ->
                    isKeysOnly
                        ? scan.filter().keys().stream().map(DynamicFilter.Key::column)
                        : scan.filter().text(fields))
            .distinct()
            .collect(Collectors.joining(isKeysOnly ? ", " : " AND "));
    return (isKeysOnly ? "for the keys of the first input: " : "for the rows of the first input: ")
        + told
        + (asking.isAlwaysTrue() ? "" : " where " + OperatorText.sql(asking, fields));
  }

  @Override
  public Lookup copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Lookup(traits, inputs.get(0), inputs.get(1), number, scans, asking);
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
        .item("scans", scans)
        .itemIf("where", asking, !asking.isAlwaysTrue());
  }
}
