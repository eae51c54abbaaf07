; The installer for Windows: for everybody on the computer or for one person, seen or silent.
;
; installer/windows.py compiles it and hands in, by -D:
;   VERSION, NUMERIC_VERSION (four numbers), PUBLISHER, PROGRAM (the exe that is started),
;   KILOBYTES (size of the files), PORT, COMPRESSOR, ICON, OUTPUT,
; TARGET (amd64-unicode, or x86-unicode where NSIS has no other),
;   LISTS (the folder with install.nsh, uninstall.nsh and programs.nsh, made from the payload).
;
; Switches: /S silent, /AllUsers or /CurrentUser, /Port=N for the firewall rule, /D=FOLDER (last).
; Exit codes: 0 done, 1 cancelled, 740 no rights for /AllUsers, 1603 a file could not be written,
; 87 a switch that cannot be used,
; 1618 the program is open (what Intune and Configuration Manager take as "try again later"),
; 1150 too old a Windows.

Unicode true
Target ${TARGET}
SetCompressor /SOLID ${COMPRESSOR}
SetDatablockOptimize on
; Times of files would make two builds of the same files differ.
SetDateSave off

!define NAME "Kompassen"
!define ID "huddinge-training"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define NO_RIGHTS 740
!define WRONG_SWITCH 87
!define TOO_OLD_WINDOWS 1150
!define NOT_WRITTEN 1603
!define PROGRAM_IS_OPEN 1618

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "UninstallString"
!define MULTIUSER_INSTALLMODE_FUNCTION TakeGivenFolder

!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh

Name "${NAME}"
OutFile "${OUTPUT}"
ShowInstDetails nevershow
ShowUnInstDetails nevershow
ManifestDPIAware true
ManifestSupportedOS Win10

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
; Through the shell the program gets the rights of the person and not those of the installer.
!define MUI_FINISHPAGE_RUN "$WINDIR\explorer.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "$\"$INSTDIR\${PROGRAM}$\""
!define MUI_FINISHPAGE_RUN_TEXT "$(StartNow)"

!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first one is for everybody whose Windows speaks neither.
!insertmacro MUI_LANGUAGE "Swedish"
!insertmacro MUI_LANGUAGE "English"

LangString StartNow ${LANG_SWEDISH} "Starta Kompassen"
LangString StartNow ${LANG_ENGLISH} "Start Kompassen"
LangString ProgramIsOpen ${LANG_SWEDISH} "Kompassen är öppet på den här datorn. Stäng programmet, också hos andra som är inloggade, och försök igen."
LangString ProgramIsOpen ${LANG_ENGLISH} "Kompassen is open on this computer. Close the program, also where others are signed in, and try again."
LangString NoRights ${LANG_SWEDISH} "Du har inte rätt att installera för alla på den här datorn. Be it om hjälp, eller installera utan /AllUsers."
LangString NoRights ${LANG_ENGLISH} "You may not install for everybody on this computer. Ask IT for help, or install without /AllUsers."
LangString WrongPort ${LANG_SWEDISH} "Porten efter /Port= ska vara ett heltal från 1 till 65535."
LangString WrongPort ${LANG_ENGLISH} "The port after /Port= has to be a whole number from 1 to 65535."
LangString TooOldWindows ${LANG_SWEDISH} "Kompassen behöver Windows 10, 64-bitars, eller senare."
LangString TooOldWindows ${LANG_ENGLISH} "Kompassen needs 64-bit Windows 10 or later."
LangString NotWritten ${LANG_SWEDISH} "En fil kunde inte skrivas i $INSTDIR. Kontrollera att disken har plats och att du får skriva där, och installera igen."
LangString NotWritten ${LANG_ENGLISH} "A file could not be written in $INSTDIR. Check that the disk has room and that you may write there, and install again."

VIProductVersion "${NUMERIC_VERSION}"
!macro VersionWords LANGUAGE DESCRIPTION
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "MIT"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${DESCRIPTION}"
!macroend
!insertmacro VersionWords ${LANG_SWEDISH} "Installerar Kompassen"
!insertmacro VersionWords ${LANG_ENGLISH} "Installs Kompassen"

Var GivenFolder
Var Port

; --- What both do ----------------------------------------------------------------------------

!macro EndWith CODE SENTENCE
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; A program that runs, whoever runs it, cannot be written to.
!macro EndIfOpen FILE_NAME
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${FILE_NAME}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE_NAME}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(ProgramIsOpen)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel ${PROGRAM_IS_OPEN}
    Quit
  ${Loop}
!macroend

; MultiUser.nsh asks the same later, but with a box that a silent run would wait at for ever.
!macro EndWithoutRights GET_PARAMETERS
  ${${GET_PARAMETERS}} $0
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      !insertmacro EndWith ${NO_RIGHTS} "$(NoRights)"
    ${EndIf}
  ${EndIf}
!macroend

!macro RemoveFirewallRule
  nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="${NAME}" program="$INSTDIR\${PROGRAM}"'
  Pop $0
!macroend

; --- Install ---------------------------------------------------------------------------------

Function TakeGivenFolder
  ${If} $GivenFolder != ""
    StrCpy $INSTDIR $GivenFolder
  ${EndIf}
FunctionEnd

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    !insertmacro EndWith ${TOO_OLD_WINDOWS} "$(TooOldWindows)"
  ${EndIf}
  ; Whatever the installer itself is made for, the program is for 64 bits.
  SetRegView 64
  !insertmacro EndWithoutRights GetParameters
  StrCpy $GivenFolder $INSTDIR
  !insertmacro MULTIUSER_INIT
  !macro Program FILE_NAME
    !insertmacro EndIfOpen "${FILE_NAME}"
  !macroend
  !include "${LISTS}\programs.nsh"
  Call FindPort
FunctionEnd

; The port of the switch, or that of the installation before, or the program's own.
Function FindPort
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/Port=" $Port
  ${If} ${Errors}
    ReadRegStr $Port SHCTX "${UNINSTALL_KEY}" "SessionPort"
  ${EndIf}
  ${If} $Port == ""
    StrCpy $Port "${PORT}"
  ${EndIf}
  IntOp $0 $Port + 0
  ${If} $0 != $Port
  ${OrIf} $Port < 1
  ${OrIf} $Port > 65535
    !insertmacro EndWith ${WRONG_SWITCH} "$(WrongPort)"
  ${EndIf}
FunctionEnd

; The uninstaller of the version that is there knows its own files, and takes only them away.
Function RemoveOldFiles
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 == ""
  ${OrIfNot} ${FileExists} "$0\uninstall.exe"
    Return
  ${EndIf}
  ${Do}
    ; Nothing may follow _?=, and it wants no quotation marks.
    ExecWait '"$0\uninstall.exe" /$MultiUser.InstallMode /S /Upgrade _?=$0' $1
    ${If} $1 <> ${PROGRAM_IS_OPEN}
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(ProgramIsOpen)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel ${PROGRAM_IS_OPEN}
    Quit
  ${Loop}
  Delete "$0\uninstall.exe"
  RMDir "$0"
FunctionEnd

; Whoever signs in may make folders in ProgramData; what is decided there is for IT alone.
Function MakeSettingsFolder
  ReadEnvStr $0 "ProgramData"
  CreateDirectory "$0\${ID}"
  ; Also of a folder that is there: whoever made it must not keep it.
  nsExec::Exec '"$SYSDIR\icacls.exe" "$0\${ID}" /setowner *S-1-5-32-544 /T'
  Pop $1
  nsExec::Exec '"$SYSDIR\icacls.exe" "$0\${ID}" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX'
  Pop $1
FunctionEnd

Section
  Call RemoveOldFiles
  SetOverwrite on
  ClearErrors
  !include "${LISTS}\install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    !insertmacro EndWith ${NOT_WRITTEN} "$(NotWritten)"
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "SessionPort" "$Port"
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1

  ${If} $MultiUser.InstallMode == "AllUsers"
    Call MakeSettingsFolder
    !insertmacro RemoveFirewallRule
    nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall add rule name="${NAME}" dir=in action=allow program="$INSTDIR\${PROGRAM}" protocol=TCP localport=$Port profile=private,domain'
    Pop $0
  ${EndIf}
SectionEnd

; --- Uninstall -------------------------------------------------------------------------------

Function un.onInit
  SetRegView 64
  !insertmacro EndWithoutRights un.GetParameters
  StrCpy $GivenFolder $INSTDIR
  !insertmacro MULTIUSER_UNINIT
  StrCpy $INSTDIR $GivenFolder
  !macroundef Program
  !macro Program FILE_NAME
    !insertmacro EndIfOpen "${FILE_NAME}"
  !macroend
  !include "${LISTS}\programs.nsh"
FunctionEnd

; Takes away what was installed, and never what people have made or IT has decided.
Section Uninstall
  !include "${LISTS}\uninstall.nsh"
  ${If} $MultiUser.InstallMode == "AllUsers"
    !insertmacro RemoveFirewallRule
  ${EndIf}
  ${un.GetParameters} $0
  ClearErrors
  ${un.GetOptions} $0 "/Upgrade" $1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  Delete "$INSTDIR\uninstall.exe"
  ; Only where it is empty.
  RMDir "$INSTDIR"
SectionEnd
