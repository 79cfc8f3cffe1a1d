# Search in cases and papers.

search = Search
search-for = Search: { $text }
search-do = Search
search-text = Words to search for
search-text-help = We search the cases, and the papers that have been sent out, that you may read; the text of files too. All the words must be there, in any of their forms. The last one also finds words that begin with it.
search-narrow = Narrow the search
search-board = Board
search-any-board = All boards
search-sort = Search in
search-any-sort = Cases and papers
search-sort-case = Cases only
search-sort-paper = Papers only
search-any-kind = All types of case
search-any-subject = All subjects
search-from = Meeting date from
search-until = Meeting date until
search-order = Order
search-order-best = Words in the title first
search-order-newest = Newest first
search-hit-case = Case
search-nothing-asked = Write one or more words, and choose Search.
search-only-signs = Write at least one word or number.
search-nothing-to-ask = Such words stand in nearly every text. Write a word that says more.
search-found = { $count ->
    [0] Nothing was found
    [one] 1 hit
   *[other] { $count } hits
}
search-found-more = More than { $count } hits. Narrow the search to see them all.
search-none = Try fewer or other words, or take away a limit. What was changed or sent out just now can be found in a moment.
search-past-the-end = There are not so many hits. Go to the previous page.
search-page = Page { $number } of the file
search-meeting = Meeting on { $date }
search-pages = Pages of hits
search-before = Previous page
search-after = Next page
search-page-of = Page { $page } of { $pages }
