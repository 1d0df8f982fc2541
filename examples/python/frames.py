"""pandas over JDBC: JPype starts a JVM in the process of Python, and reads rows as its DB-API does."""

import glob
import warnings

import jpype
import jpype.dbapi2
import pandas

warnings.filterwarnings("ignore", message="pandas only supports SQLAlchemy")
# Debian's package has JPype's own classes apart.
jars = glob.glob("../../target/twilio-jdbc-*.jar") + glob.glob("/usr/share/java/org.jpype.jar")
jpype.startJVM(classpath=jars)

with jpype.dbapi2.connect("jdbc:twilio:sandbox=true") as connection:
    failures = pandas.read_sql(
        "SELECT error_code, count(*) AS messages FROM messages"
        " WHERE date_sent >= current_date - 30 AND error_code IS NOT NULL GROUP BY error_code",
        connection,
    )
    print(failures.sort_values("error_code").error_code.tolist())
    prices = pandas.read_sql(
        "SELECT date_sent, price FROM messages WHERE status = ? LIMIT 5",
        connection,
        params=["delivered"],
    )
    print(len(prices), prices.date_sent.dtype, (prices.price.astype(float) < 0).all())
