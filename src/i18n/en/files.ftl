# Files that are sent to us.
file-store-away = We can neither store nor fetch files just now. Nothing has been stored. Try again in a few minutes.
file-no-room = We have no room for more files, so the file is not stored. Tell those who run this service.
file-too-large = The file is larger than { $most } MB and is not stored. Split it, or save it with smaller pictures.
file-too-many = You can send at most { $most } files at once. Send the others afterwards.
file-unfit-empty = The file is empty. Choose a file with content.
file-unfit-unknown = This kind of file cannot be used. Send PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument (.odt, .ods, .odp), PNG or JPEG.
file-unfit-web-page = The file is a web page, whatever it is called. Print the page as PDF and send the PDF.
file-unfit-old = The file is in an old Office format. Open it and save it as .docx, .xlsx or .pptx.
file-unfit-locked = The file is protected by a password. Remove the password and send the file again.
file-unfit-macros = The file contains macros. Save it without macros, as .docx, .xlsx or .pptx.
file-unfit-broken = The file is damaged or not whole. Open it on your own machine, save it and send it again.
file-unfit-bomb = The file becomes far too large when it is unpacked. Save it again with less in it, or with smaller pictures.
file-uploading = Uploading: { $percent } per cent
