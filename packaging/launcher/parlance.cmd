@echo off
rem Starts Parlance. No argument opens the window; a first word is a command (parlance --help).
setlocal
set "app=%~dp0.."
set "java_home=%PARLANCE_JAVA_HOME%"
if not defined java_home if exist "%app%\lib\jdk" set /p java_home=<"%app%\lib\jdk"
if not exist "%java_home%\bin\java.exe" set "java_home=%JAVA_HOME%"
if not exist "%java_home%\bin\java.exe" (
  echo Parlance needs Java 25 and found none. Install it ^(winget install EclipseAdoptium.Temurin.25.JDK^) or set PARLANCE_JAVA_HOME to where it lies. 1>&2
  exit /b 78
)
"%java_home%\bin\java.exe" "@%app%\lib\java.options" "-Dparlance.app=%app%" "-Dparlance.natives=%app%\lib\native" "-Dorg.sqlite.lib.path=%app%\lib\native" --module-path "%app%\javafx" --add-modules javafx.controls -cp "%app%\lib\*" app.parlance.desktop.Launcher %*
