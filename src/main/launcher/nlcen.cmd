@echo off
rem Starts NLCEN Viewer: the window (nlcen [FILE...]) or a command (nlcen COMMAND ...; nlcen --help lists them).
rem   NLCEN_JAVA          the java program to use; else JAVA_HOME, else the first one on the path
rem   NLCEN_JAVA_OPTIONS  further options for it, e.g. -Xmx8g
rem   NLCEN_MODELS        another folder of models
rem   NLCEN_DATA          another folder for logs, settings and caches
setlocal
for %%I in ("%~dp0..") do set "NLCEN_HOME=%%~fI"

rem An installed package brings its own Java beside the program.
set "JAVA_PROGRAM=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_PROGRAM=%JAVA_HOME%\bin\java.exe"
if exist "%NLCEN_HOME%\..\runtime\bin\java.exe" set "JAVA_PROGRAM=%NLCEN_HOME%\..\runtime\bin\java.exe"
if defined NLCEN_JAVA set "JAVA_PROGRAM=%NLCEN_JAVA%"
"%JAVA_PROGRAM%" -version >nul 2>&1
if errorlevel 1 (
    echo nlcen: Java 17 or newer is needed ^(https://adoptium.net^). NLCEN_JAVA may name its java program. 1>&2
    exit /b 1
)

rem Threads of the engine that wait for each other must not keep a core busy.
set "OMP_WAIT_POLICY=passive"

rem Where the program keeps things, as AppFolders has it: what the preferences say of memory, and the place for Java's
rem report if native code brings it down, which the next start looks for.
set "NLCEN_KEPT=%LOCALAPPDATA%\nlcen-viewer"
set "NLCEN_SETTINGS=%APPDATA%\nlcen-viewer"
if defined NLCEN_DATA set "NLCEN_KEPT=%NLCEN_DATA%"
if defined NLCEN_DATA set "NLCEN_SETTINGS=%NLCEN_DATA%\config"
set "NLCEN_MEMORY=25"
set "NLCEN_OPTIONS=%NLCEN_SETTINGS%\java.options"
if exist "%NLCEN_OPTIONS%" for /f "usebackq tokens=1,2 delims== " %%A in ("%NLCEN_OPTIONS%") do (
    if "%%A"=="-XX:MaxRAMPercentage" if %%B GEQ 10 if %%B LEQ 99 set "NLCEN_MEMORY=%%B"
)

rem Classes prepared for this very Java and these jars; with another Java it starts without them, and silently.
set "NLCEN_CLASSES="
if exist "%NLCEN_HOME%\lib\nlcen.jsa" set NLCEN_CLASSES="-XX:SharedArchiveFile=%NLCEN_HOME%\lib\nlcen.jsa" -Xshare:auto

rem Java's own log would go to the stream of results.
"%JAVA_PROGRAM%" -Xlog:disable -XX:MaxRAMPercentage=%NLCEN_MEMORY% "-Dnlcen.home=%NLCEN_HOME%" "-XX:ErrorFile=%NLCEN_KEPT%\logs\hs_err_pid%%p.log" %NLCEN_CLASSES% %NLCEN_JAVA_OPTIONS% -jar "%NLCEN_HOME%\lib\@project.build.finalName@.jar" %*
exit /b %ERRORLEVEL%
