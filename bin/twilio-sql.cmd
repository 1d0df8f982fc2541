@echo off
rem SQL over a Twilio account: the shell of the driver's jar, from a copy of its loaded classes.
rem
rem The first run makes the copy aside, in the user's cache directory, and later runs start from it. It is
rem made anew when the jar or Java changes; where that does not work, the jar runs as it is.
if "%~1"==":archive" goto archive
setlocal
set "jar="
for %%d in ("%~dp0.." "%~dp0..\target") do for /f "delims=" %%f in ('dir /b "%%~fd\twilio-jdbc-*.jar" 2^>nul') do call :found "%%~fd\%%f"
if not defined jar echo There is no twilio-jdbc jar above %~dp0 or in the target folder: mvn package makes it. 1>&2
if not defined jar exit /b 2
set "java="
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME for %%j in (java.exe) do set "java=%%~$PATH:j"
if not exist "%java%" echo There is no Java: install one of version 17 or newer, or set JAVA_HOME. 1>&2
if not exist "%java%" exit /b 2

rem A table that somebody reads is over before the second compiler pays. A terminal stays longer, and an
rem export of many rows takes twice as long without it.
set "options=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%~1"=="" set "options=-XX:+UseSerialGC"
:option
if "%~1"=="" goto cache
for %%o in (-o --output --format -f --file) do if "%~1"=="%%o" set "options=-XX:+UseSerialGC"
shift /1
goto option

:cache
set "cache=%LOCALAPPDATA%\twilio-jdbc"
for %%f in ("%jar%") do set "state=%%~zf-%%~tf"
for %%f in ("%java%") do set "state=%state%-%%~zf-%%~tf"
set "state=%state:/=-%"
set "state=%state::=-%"
set "state=%state: =-%"
set "archive=%cache%\%state%"
for %%f in ("%java%") do set "release=%%~dpf..\release"
set "version=0"
if exist "%release%" for /f "usebackq tokens=1,2 delims==" %%a in ("%release%") do if "%%a"=="JAVA_VERSION" set "version=%%b"
for /f "delims=." %%v in ("%version:"=%") do set "version=%%v"
set "use=-XX:SharedArchiveFile="
set "make=-XX:ArchiveClassesAtExit="
if %version% geq 25 set "use=-XX:AOTCache="
if %version% geq 25 set "make=-XX:AOTCacheOutput="
if not exist "%archive%" goto make
"%java%" %options% "%use%%archive%" -Xlog:disable -jar "%jar%" %*
exit /b %errorlevel%

:make
mkdir "%cache%" 2>nul
mkdir "%archive%.making" 2>nul && start "" /b cmd /c call "%~f0" :archive >nul 2>nul <nul
"%java%" %options% -jar "%jar%" %*
exit /b %errorlevel%

:archive
for %%f in ("%cache%\*") do if not "%%~nxf"=="%state%" del /q "%%f"
for /d %%d in ("%cache%\*") do if not "%%~nxd"=="%state%.making" rmdir /s /q "%%d"
"%java%" %options% -XX:TieredStopAtLevel=1 "%make%%archive%.making\archive" -Xlog:disable -jar "%jar%" -u jdbc:twilio:sandbox=true -e "SELECT status, count(*) AS n, sum(price) FROM messages WHERE date_sent >= CURRENT_DATE - INTERVAL '7' DAY GROUP BY status ORDER BY n DESC LIMIT 5" && move /y "%archive%.making\archive" "%archive%"
rmdir /s /q "%archive%.making"
exit

:found
set "name=%~n1"
if exist "%~1" if not defined jar if not "%name:~-8%"=="-sources" if not "%name:~-8%"=="-javadoc" set "jar=%~f1"
exit /b
