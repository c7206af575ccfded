@echo off
rem Starts NLCEN Viewer: the window (nlcen [FILE...]) or a command (nlcen COMMAND ...; nlcen --help lists them).
rem   NLCEN_JAVA          the java program to use; else JAVA_HOME, else the first one on the path
rem   NLCEN_JAVA_OPTIONS  further options for it, e.g. -Xmx8g
rem   NLCEN_MODELS        another folder of models
rem   NLCEN_DATA          another folder for logs, settings and caches
setlocal
for %%I in ("%~dp0..") do set "NLCEN_HOME=%%~fI"
set "JAVA_PROGRAM=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_PROGRAM=%JAVA_HOME%\bin\java.exe"
if defined NLCEN_JAVA set "JAVA_PROGRAM=%NLCEN_JAVA%"
"%JAVA_PROGRAM%" -version >nul 2>&1
if errorlevel 1 (
    echo nlcen: Java 17 or newer is needed ^(https://adoptium.net^). NLCEN_JAVA may name its java program. 1>&2
    exit /b 1
)
"%JAVA_PROGRAM%" -XX:MaxRAMPercentage=25 "-Dnlcen.home=%NLCEN_HOME%" %NLCEN_JAVA_OPTIONS% -jar "%NLCEN_HOME%\lib\@project.build.finalName@.jar" %*
exit /b %ERRORLEVEL%
