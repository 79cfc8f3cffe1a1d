# Files that are uploaded.

file-too-large = The file is larger than { $most } MB. Make it smaller, or divide it.
file-unfit-empty = The file is empty. Open it on your computer and check that it is saved.
file-unfit-unknown = We cannot use this kind of file. Save the document as PDF and try again.
file-unfit-web-page = This is a web page and not a document. Save the document as PDF and try again.
file-unfit-old-or-locked = The file is in an old Office format or has a password. Save it without a password as PDF or in today’s format (.docx, .xlsx or .pptx).
file-unfit-macros = The file has macros. Save it without macros and try again.
file-unfit-broken = The file is damaged and cannot be read. Open it on your computer, save it again and try once more.
file-unfit-bomb = The file becomes so large when it is unpacked that we do not take it. Save the document as PDF and try again.
file-no-room = The file could not be received just now, and nothing is stored. Try again in a little while.
file-uploading = Uploading: { $percent } per cent
