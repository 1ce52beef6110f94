# Spreadsheets: to have and to bring
sheets = Spreadsheets
sheets-lead = Download records, edit them in a spreadsheet, and bring the file back. You see exactly what would change before anything happens, and somebody else reads it before it is published.
sheets-bring = Bring a spreadsheet
sheets-kind = What is in it?
sheets-kind-help = Only needed where the file does not say it: by its name, by the name of its sheet, or in the column kind.
sheets-kind-any = As the file says
sheets-file = File
sheets-file-help = XLSX or CSV, at most { $size } and { $rows } rows.
sheets-show = Show what would change
sheets-brought = What you have brought since yesterday
sheets-get = Have a spreadsheet
sheets-get-lead = Each field has a column. The second sheet of an XLSX file says how cells are written and which codes they take; a CSV file has the columns alone. Every list of records has the same as a spreadsheet, as you have filtered it.
sheets-caption = Files of each kind
sheets-template = Empty template
sheets-kept = Records in your care
sheets-as = As a spreadsheet ({ $format })
sheets-rules = How it is read
sheets-rule-slug = The column slug says which record a row is about. A row with a new one makes a new record.
sheets-rule-empty = An empty cell empties its field.
sheets-rule-absent = A column that is not in the file leaves its field as it is. Columns and rows that you do not need can go.
sheets-rule-languages = A text has a column for each language, such as title.en and title.pt. You can add others.
sheets-rule-review = What you hand in becomes drafts in review. A draft of yours on which you have begun already is changed, not doubled.

# What is wrong with a file
sheets-error-none = Choose a file that is not empty.
sheets-error-large = The file is larger than { $most }. Send it in parts.
sheets-error-broken = The file did not arrive whole. Send it once more.
sheets-error-much = There is more in this file than is read at once. Send it in parts, without sheets and columns that you do not need.
sheets-error-rows = The file has more than { $most } rows. Send it in parts.
sheets-error-nothing = There are no rows below the names of the columns.
sheets-error-old = This is a workbook of an old form (XLS), or it has a password. Save it as XLSX without a password.
sheets-error-no-sheet = This is no spreadsheet: neither a workbook (XLSX) nor text in columns (CSV).
sheets-error-damaged = This workbook is damaged. Open it in your spreadsheet program, save it as XLSX once more, and send that.
sheets-error-columns = No row has the names of columns. Take an empty template and copy your rows below its names; one of them is slug.
sheets-error-twice = The column { $column } stands there twice, and it is not clear which one counts. Take one of them away.
sheets-error-kind = The file does not say what its rows are. Choose it, and send the file once more.
sheets-error-cell = “{ $column }” of the record { $slug } is too long for a cell of XLSX. Take CSV instead.
sheets-error-list = These are more than { $most } records. Narrow the list with filters first.
sheets-note-encoding = The text is not in UTF-8. It was read as Windows-1252: look whether all letters are right.
sheets-note-column = Column { $column } ({ $name }) is no field of this kind of record. It was left aside; cells with something in them: { $cells }.
sheets-note-sheet = The sheet { $sheet } has no names of columns. It was left aside.

# What it would change
sheet-heading = What this spreadsheet would change
sheet-lead = Nothing has happened yet. Choose the rows that are to be handed in.
sheet-made = { $count ->
    [one] { $n } draft is handed in for review. It stands below and among your drafts.
   *[other] { $n } drafts are handed in for review. They stand below and among your drafts.
}
sheet-count-new = { $count ->
    [one] { $n } new record
   *[other] { $n } new records
}
sheet-count-changed = { $count ->
    [one] { $n } change of what is there
   *[other] { $n } changes of what is there
}
sheet-count-unchanged = { $count ->
    [one] { $n } row that changes nothing
   *[other] { $n } rows that change nothing
}
sheet-count-refused = { $count ->
    [one] { $n } row that cannot be taken
   *[other] { $n } rows that cannot be taken
}
sheet-rows = Rows to hand in
sheet-place = Row { $row }
sheet-place-in = Row { $row } of { $sheet }
sheet-row-new = New record { $record }
sheet-row-changed = Change of { $record }
sheet-row-draft = Change of your draft of { $record }
sheet-draft = Your draft
sheet-changes = { $count ->
    [one] { $n } field
   *[other] { $n } fields
}
sheet-hand-in = Hand it in
sheet-hand-in-text = Each chosen row becomes a draft in review. It is published when somebody who did not write it has read it.
sheet-submit = Hand in the chosen rows
sheet-none-chosen = Choose at least one row.
sheet-too-many = { $number } rows would change something. At most { $most } can be handed in at once: send the file in parts.
sheet-again = What some of these rows are about has changed since you looked, so they were not handed in. They are marked: look at what they would change now, and choose them anew.
sheet-again-row = This has changed since you looked. Below stands what the row would change now.
sheet-stopped = Nothing was handed in, because of the marked row: { $reason }
sheet-nothing = Nothing in this file would change anything.
sheet-drafts = In your drafts already
sheet-drafts-lead = These drafts say what the rows of the file say.
sheet-refused = Rows that cannot be taken
sheet-refused-lead = They do not stop the others. Download them, mend what the column reason names, and bring that file.
sheet-refused-file = { $kind }: the refused rows (CSV)
sheet-refused-row = Row
sheet-refused-column = Column
sheet-refused-value = Value
sheet-refused-problem = What is wrong
sheet-refused-more = { $count ->
    [one] { $n } more stands in the file.
   *[other] { $n } more stand in the file.
}
sheet-obstacle-withdrawn = This record was withdrawn and cannot be changed.
sheet-obstacle-taken = Somebody else is writing a new record under this name. Choose another one.
sheet-nothing-new = With this your draft would say what the record says already. Lay the draft aside if you no longer want to change anything.
sheet-problem-code = This is no code of the list. The sheet Codes of the template has all of them.
sheet-problem-slug = Write 1 to 120 of the letters a to z, digits and single hyphens between them, such as school-meals-2019.
sheet-problem-error = The cell shows an error. Write its value.
sheet-problem-formula = The cell has a formula that was never calculated. Open the file in your spreadsheet program, save it, and send that.
sheet-problem-merged = The cell is merged with another one. Separate the cells and write the value into each.
sheet-problem-ambiguous = As a number, 8.1 and 8.10 are the same. Format the cell as text and write it again.
sheet-problem-parts = A line of this cell has more parts than there are. A bar inside a text is written \|
sheet-problem-kind = The row says that it is of another kind than the sheet.
notice-sheet-submitted = Drafts from a spreadsheet wait for review. There are { $number } of them.
notice-sheet-submitted-subject = Drafts from a spreadsheet wait for review: { $number }

# Words of a template
sheet-legend-column = Column
sheet-legend-heading = Heading
sheet-legend-required = Required
sheet-legend-about = What it is
sheet-legend-how = How cells are written
sheet-column-slug = Name in the address
sheet-column-order = Order of languages
sheet-about-kind = What the rows of the sheet are. May be left empty.
sheet-about-slug = End of the address of the record: a to z, 0 to 9 and hyphens. It says which record a row is about, and never changes.
sheet-about-original = Language in which the record was written, where it is not English.
sheet-about-order = Languages of this text, the original first; empty where that is the order of the columns.
sheet-how-text = Text
sheet-how-text-in = Text in this language: { $language }
sheet-how-code = One code
sheet-how-codes = Codes, separated by ;
sheet-how-list = Texts, separated by ; or each on a line of its own; a semicolon inside a text is written \;
sheet-how-count = Whole number
sheet-how-amount = Number, without separators of thousands and with a decimal point
sheet-how-date = YYYY, YYYY-MM or YYYY-MM-DD
sheet-how-entries = One a line: { $parts }; what is in brackets may be left out; a bar inside a text is written \|
sheet-how-order = Codes of languages, separated by ;
