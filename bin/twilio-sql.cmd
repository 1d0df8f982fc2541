@echo off
rem SQL over a Twilio account: the shell of the driver's jar, from a copy of its loaded classes.
setlocal
set "jar="
for %%f in ("%~dp0..\twilio-jdbc-*.jar" "%~dp0..\target\twilio-jdbc-*.jar") do echo %%f | findstr "sources.jar javadoc.jar" >nul || if not defined jar set "jar=%%~ff"
if not defined jar (
  echo There is no twilio-jdbc jar above %~dp0 or in the target folder: mvn package makes it. 1>&2
  exit /b 2
)
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "options=-XX:+UseSerialGC"
rem A table that somebody reads is over before the second compiler pays; an export of many rows is not.
if not "%~1"=="" echo %* | findstr /r /c:"-o " /c:"--output" /c:"--format" /c:"-f " /c:"--file" >nul || set "options=%options% -XX:TieredStopAtLevel=1"
set "cache=%LOCALAPPDATA%\twilio-jdbc"
for %%f in ("%jar%") do set "state=%%~zf-%%~tf"
set "state=%state:/=-%"
set "state=%state::=-%"
set "state=%state: =-%"
set "archive=%cache%\%state%.jsa"
if exist "%archive%" (
  "%java%" %options% "-XX:SharedArchiveFile=%archive%" -Xshare:auto -Xlog:disable -jar "%jar%" %*
  exit /b %errorlevel%
)
if not exist "%cache%" mkdir "%cache%" 2>nul
"%java%" %options% "-XX:ArchiveClassesAtExit=%archive%" -Xlog:disable -jar "%jar%" %*
