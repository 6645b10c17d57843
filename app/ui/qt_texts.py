"""Qt's own texts in the officer's language: buttons, menus of text fields, file, page and print dialogs.

PySide6 ships 33 languages and Vietnamese is not among them. The texts below are Qt's English ones, which reach the catalogue under
the context "Qt" (a word such as "Form" means something else there than in our registers).
"""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from app.core.i18n import N_, Translator

CONTEXT = "Qt"

TEXTS = (
    # Buttons.
    N_("OK"), N_("&OK"), N_("Open"), N_("Save"), N_("&Save"), N_("Save All"), N_("Cancel"), N_("&Cancel"), N_("Close"),
    N_("&Close"), N_("Close without Saving"), N_("Close Tab"), N_("Discard"), N_("Apply"), N_("Reset"), N_("Restore Defaults"),
    N_("Help"), N_("&Yes"), N_("Yes to &All"), N_("&No"), N_("N&o to All"), N_("Abort"), N_("Retry"), N_("Ignore"),
    N_("What's This?"), N_("Show Details..."), N_("Hide Details..."),
    # Editing and choosing in fields.
    N_("&Undo"), N_("&Redo"), N_("Cu&t"), N_("&Copy"), N_("&Paste"), N_("Delete"), N_("Select All"), N_("&Select All"),
    N_("Copy &Link Location"), N_("&Step up"), N_("Step &down"), N_("True"), N_("False"),
    N_("Open the combo box selection popup"), N_("Enter a value:"), N_("Insert Unicode control character"),
    # Scroll bars and tabs.
    N_("Scroll here"), N_("Left edge"), N_("Right edge"), N_("Top"), N_("Bottom"), N_("Page left"), N_("Page right"),
    N_("Page up"), N_("Page down"), N_("Scroll left"), N_("Scroll right"), N_("Scroll up"), N_("Scroll down"),
    N_("Scroll Left"), N_("Scroll Right"),
    # The file dialog.
    N_("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    N_("%1\nFile not found.\nPlease verify the correct file name was given."),
    N_("%1 already exists.\nDo you want to replace it?"), N_("'%1' is write protected.\nDo you want to delete it anyway?"),
    N_("Are you sure you want to delete '%1'?"), N_("Could not delete directory."), N_("&Choose"), N_("&Delete"),
    N_("&Look in:"), N_("&New Folder"), N_("New Folder"), N_("&Open"), N_("&Rename"), N_("All Files (*)"), N_("All files (*)"),
    N_("Alt+Left"), N_("Alt+Right"), N_("Alt+Up"), N_("Back"), N_("Forward"), N_("Go back"), N_("Go forward"),
    N_("Go to the parent directory"), N_("Parent Directory"), N_("Change to detail view mode"), N_("Change to list view mode"),
    N_("Create New Folder"), N_("Create a New Folder"), N_("Detail View"), N_("List View"), N_("Directories"), N_("Directory:"),
    N_("File &name:"), N_("Files"), N_("Files of &type:"), N_("Find Directory"), N_("List of places and bookmarks"),
    N_("Recent Places"), N_("Remove"), N_("Save As"), N_("Show "), N_("Show &hidden files"), N_("Sidebar"), N_("Computer"),
    N_("My Computer"), N_("Date Modified"), N_("Kind"), N_("Name"), N_("Size"), N_("Type"), N_("Alias"), N_("Drive"),
    N_("File"), N_("File Folder"), N_("Folder"), N_("Shortcut"), N_("Unknown"),
    # Page, printer and preview.
    N_("Print"), N_("&Print"), N_("Print Preview"), N_("Print To File ..."), N_("Print to File (PDF)"), N_("Write PDF file"),
    N_("Export to PDF"), N_("&Options <<"), N_("&Options >>"), N_("Options"), N_("Printer"), N_("Printer Properties"),
    N_("P&roperties"), N_("Preview"), N_("&Name:"), N_("Location:"), N_("Type:"), N_("Output &file:"), N_("Local file"),
    N_("%1 already exists.\nDo you want to overwrite it?"), N_("%1 is a directory.\nPlease choose a different file name."),
    N_("File %1 is not writable.\nPlease choose a different file name."),
    N_(
        "%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to define "
        "ranges and make sure ranges do not intersect with each other."
    ),
    N_("Invalid Pages Definition"), N_("The 'From' value cannot be greater than the 'To' value."), N_("Print all"),
    N_("Print range"), N_("Pages from"), N_("to"), N_("Pages"), N_("Selection"), N_("Current Page"), N_("All Pages"),
    N_("Even Pages"), N_("Odd Pages"), N_("Page &Set:"),
    N_(
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a "
        "hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ),
    N_("Copies"), N_("Copies:"), N_("Collate"), N_("Reverse"), N_("Output Settings"), N_("Color Mode"), N_("Color"),
    N_("Grayscale"), N_("Double Sided Printing"), N_("Off"), N_("Long side binding"), N_("Short side binding"),
    N_("Duplex Settings Conflicts"), N_("There are conflicts in duplex settings. Do you want to fix them?"),
    N_("Options 'Pages Per Sheet' and 'Page Set' cannot be used together.\nPlease turn one of those options off."),
    N_("1 (1x1)"), N_("2 (2x1)"), N_("4 (2x2)"), N_("6 (2x3)"), N_("9 (3x3)"), N_("16 (4x4)"),
    N_("Left to Right, Top to Bottom"), N_("Left to Right, Bottom to Top"), N_("Right to Left, Top to Bottom"),
    N_("Right to Left, Bottom to Top"), N_("Top to Bottom, Left to Right"), N_("Top to Bottom, Right to Left"),
    N_("Bottom to Top, Left to Right"), N_("Bottom to Top, Right to Left"), N_("Page Setup"), N_("Page setup"),
    N_("Page Layout"), N_("Page"), N_("Page size:"), N_("Page &order:"), N_("Pages &per sheet:"), N_("Paper"),
    N_("Paper source:"), N_("Width:"), N_("Height:"), N_("Orientation"), N_("Portrait"), N_("Landscape"),
    N_("Reverse portrait"), N_("Reverse landscape"), N_("Margins"), N_("top margin"), N_("bottom margin"), N_("left margin"),
    N_("right margin"), N_("Custom"), N_("Millimeters (mm)"), N_("Inches (in)"), N_("Points (pt)"), N_("mm"), N_("in"),
    N_("pt"), N_("Advanced"), N_("Job Options"), N_("Page Setup Conflicts"), N_("Advanced Option Conflicts"),
    N_("There are conflicts in page setup options. Do you want to fix them?"),
    N_("There are conflicts in some advanced options. Do you want to fix them?"),
    N_("There are conflicts in some options. Please fix them."), N_("First page"), N_("Last page"), N_("Next page"),
    N_("Previous page"), N_("Fit page"), N_("Fit width"), N_("Zoom in"), N_("Zoom out"), N_("Show single page"),
    N_("Show facing pages"), N_("Show overview of all pages"), N_("Job"), N_("Job Control"), N_("Job &priority:"),
    N_("&Billing information:"), N_("Scheduled &printing:"), N_("Print Immediately"), N_("Hold Indefinitely"),
    N_("Specific Time"), N_("Day (06:00 to 17:59)"), N_("Night (18:00 to 05:59)"), N_("Second Shift (16:00 to 23:59)"),
    N_("Third Shift (00:00 to 07:59)"), N_("Weekend (Saturday to Sunday)"), N_("Banner Pages"), N_("&Start:"), N_("&End:"),
    N_("None"), N_("Standard"), N_("Authentication Needed"), N_("Authentication needed to use %1 on %2."),
    N_("Authentication needed to use %1."), N_("Username:"), N_("Password:"),
)
"""What an officer can come upon; dialogs the program never shows (colours, fonts, docks) are left out."""


class QtTexts(QTranslator):
    """Answers Qt's questions for translations from the program's own catalogue."""

    def __init__(self, say: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = {text: say.in_context(CONTEXT, text) for text in TEXTS}

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's name
        """Qt does not ask a translator that has nothing."""
        return not self._known

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: N803 -- Qt's name
        """The text in the officer's language; one that is not known stays as Qt has it."""
        return self._known.get(sourceText, sourceText)


def install(application: QCoreApplication, say: Translator) -> QtTexts:
    """Have Qt speak the officer's language: its texts, the names of days and months, the week that begins on Monday.

    Returns the translator; the application owns it.
    """
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam) if say.language == "vi" else QLocale("en_GB"))
    texts = QtTexts(say, application)
    application.installTranslator(texts)
    return texts
