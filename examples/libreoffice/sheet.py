"""LibreOffice: a Base file over the driver, whose table is opened, scrolled and queried, and a Calc
sheet that is filled from it.

Needs LibreOffice with its Java and Python parts (Debian: libreoffice-base, libreoffice-calc,
libreoffice-java-common, python3-uno) and the built jar.
"""

import glob
import pathlib
import subprocess
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.DataImportMode import SQL

PIPE = "twilio-jdbc-example"
TARGET = pathlib.Path("target").resolve()
JAR = pathlib.Path(glob.glob("../../target/twilio-jdbc-*.jar")[0]).resolve()


def named(**values):
    """Returns values as LibreOffice takes them."""
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def context():
    """Returns LibreOffice's context, once it has started."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(100):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.3)
    raise SystemExit("LibreOffice does not start")


def base(make):
    """Returns the URL of a Base file that has the driver in it."""
    source = make("com.sun.star.sdb.DatabaseContext").createInstance()
    source.URL = "jdbc:twilio:sandbox=true"
    source.Info = named(
        JavaDriverClass="io.github.twiliojdbc.TwilioDriver", JavaDriverClassPath=JAR.as_uri()
    )
    url = (TARGET / "twilio.odb").as_uri()
    source.DatabaseDocument.storeAsURL(url, ())
    return url


def open_table(make, url):
    """Opens a table as Base's grid does, and goes to its rows in any order."""
    rows = make("com.sun.star.sdb.RowSet")
    rows.DataSourceName = url
    rows.CommandType = 0
    rows.Command = "twilio.calls"
    rows.execute()
    rows.next()
    first = rows.getString(1)
    rows.absolute(500)
    rows.first()
    print("back at the first row:", rows.getString(1) == first)
    rows.Command = "SELECT count(*), sum(price) FROM calls WHERE status = 'completed'"
    rows.CommandType = 2
    rows.execute()
    rows.next()
    print("calls:", rows.getLong(1) > 0, "price below zero:", rows.getDouble(2) < 0)
    rows.close()


def fill_sheet(make, url):
    """Fills a sheet with the rows of a query."""
    document = make("com.sun.star.frame.Desktop").loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, named(Hidden=True)
    )
    sheet = document.Sheets.getByIndex(0)
    sheet.getCellRangeByName("A1").doImport(
        named(
            DatabaseName=url,
            SourceType=SQL,
            SourceObject="SELECT status, count(*) AS calls, sum(price) AS price"
            " FROM calls GROUP BY status ORDER BY status",
            IsNative=True,
        )
    )
    cells = sheet.getCellRangeByName("A1:C6").getDataArray()
    print([row[0] for row in cells if row[0]])
    document.storeAsURL((TARGET / "calls.ods").as_uri(), ())
    document.close(True)


def main():
    TARGET.mkdir(exist_ok=True)
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={(TARGET / 'profile').as_uri()}",
            f"--accept=pipe,name={PIPE};urp",
        ]
    )
    try:
        remote = context()

        def make(service):
            return remote.ServiceManager.createInstanceWithContext(service, remote)

        url = base(make)
        open_table(make, url)
        fill_sheet(make, url)
    finally:
        office.terminate()


if __name__ == "__main__":
    main()
