//! Styringsråd: the secretariat system of a public board.
