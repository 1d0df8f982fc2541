package io.github.twiliojdbc.jdbc;

import java.io.InputStream;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.jspecify.annotations.Nullable;

/** A result that has no large objects, cursors and the like, which it says of each such call. */
abstract class RefusedFeatures extends RefusedChanges {

  RefusedFeatures(
      AvaticaStatement statement,
      QueryState state,
      Meta.Signature signature,
      ResultSetMetaData metaData,
      TimeZone timeZone,
      Meta.@Nullable Frame firstFrame)
      throws SQLException {
    super(statement, state, signature, metaData, timeZone, firstFrame);
  }

  @Override
  public String getCursorName() throws SQLException {
    throw SqlErrors.unsupported("cursors");
  }

  @Override
  public Blob getBlob(int column) throws SQLException {
    throw SqlErrors.unsupported("BLOBs");
  }

  @Override
  public Blob getBlob(String label) throws SQLException {
    throw SqlErrors.unsupported("BLOBs");
  }

  @Override
  public Clob getClob(int column) throws SQLException {
    throw SqlErrors.unsupported("CLOBs");
  }

  @Override
  public Clob getClob(String label) throws SQLException {
    throw SqlErrors.unsupported("CLOBs");
  }

  @Override
  public NClob getNClob(int column) throws SQLException {
    throw SqlErrors.unsupported("NCLOBs");
  }

  @Override
  public NClob getNClob(String label) throws SQLException {
    throw SqlErrors.unsupported("NCLOBs");
  }

  @Override
  public Ref getRef(int column) throws SQLException {
    throw SqlErrors.unsupported("references");
  }

  @Override
  public Ref getRef(String label) throws SQLException {
    throw SqlErrors.unsupported("references");
  }

  @Override
  public RowId getRowId(int column) throws SQLException {
    throw SqlErrors.unsupported("row identifiers");
  }

  @Override
  public RowId getRowId(String label) throws SQLException {
    throw SqlErrors.unsupported("row identifiers");
  }

  @Override
  public SQLXML getSQLXML(int column) throws SQLException {
    throw SqlErrors.unsupported("SQLXML");
  }

  @Override
  public SQLXML getSQLXML(String label) throws SQLException {
    throw SqlErrors.unsupported("SQLXML");
  }

  @Override
  public URL getURL(int column) throws SQLException {
    throw SqlErrors.unsupported("DATALINKs: use getString");
  }

  @Override
  public URL getURL(String label) throws SQLException {
    throw SqlErrors.unsupported("DATALINKs: use getString");
  }

  @Override
  @Deprecated
  public InputStream getUnicodeStream(int column) throws SQLException {
    throw SqlErrors.unsupported("streams of UTF-16: use getCharacterStream");
  }

  @Override
  @Deprecated
  public InputStream getUnicodeStream(String label) throws SQLException {
    throw SqlErrors.unsupported("streams of UTF-16: use getCharacterStream");
  }
}
