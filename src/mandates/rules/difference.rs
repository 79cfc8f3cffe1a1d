//! What differs between two versions: paragraph by paragraph and word by word, rule by rule, deadline by deadline.

use crate::boards::{DeadlineRule, Rule};
use crate::mandates::{Change, Mark, Paragraph};

/// As many pairs of words as are compared one by one. A longer paragraph that was written anew is told as taken out and put in.
const MOST_PAIRS: usize = 4_000_000;

/// The paragraphs of both, in the order of the newer; what was taken out stands after what it stood after.
#[must_use]
pub fn paragraphs<'a>(old: &'a [Paragraph], new: &'a [Paragraph]) -> Vec<Change<&'a Paragraph>> {
    let key = |it: &Paragraph| it.number.to_lowercase();
    paired(old, new, key, |old, new| old == new)
}

/// The rules of both. A rule that is about the same is the same rule with another number, strength or point.
#[must_use]
pub fn rules<'a>(old: &'a [Rule], new: &'a [Rule]) -> Vec<Change<&'a Rule>> {
    let is_same = |old: &Rule, new: &Rule| {
        let told = |it: &'_ Rule| {
            (
                it.quantity,
                it.strength,
                it.words.clone(),
                it.paragraph.clone(),
            )
        };
        told(old) == told(new)
    };
    paired(old, new, subject, is_same)
}

/// What a rule is about, whatever it asks of it.
#[must_use]
pub fn subject(rule: &Rule) -> (String, String, Vec<String>) {
    let mut among = rule.among.clone();
    among.sort();
    (rule.kind.clone(), rule.subject.clone(), among)
}

/// The lead times of both, by meeting and stage.
#[must_use]
pub fn deadlines<'a>(
    old: &'a [DeadlineRule],
    new: &'a [DeadlineRule],
) -> Vec<Change<&'a DeadlineRule>> {
    let key = |it: &DeadlineRule| (it.meeting_kind.clone(), it.stage.clone());
    let is_same = |old: &DeadlineRule, new: &DeadlineRule| {
        (old.offset, old.strength, &old.paragraph) == (new.offset, new.strength, &new.paragraph)
    };
    paired(old, new, key, is_same)
}

/// Pairs what has the same key, first those that are the same altogether.
pub fn paired<'a, T, K: PartialEq>(
    old: &'a [T],
    new: &'a [T],
    key: impl Fn(&T) -> K,
    is_same: impl Fn(&T, &T) -> bool,
) -> Vec<Change<&'a T>> {
    let mut left: Vec<Option<&T>> = old.iter().map(Some).collect();
    let mut partner: Vec<Option<usize>> = vec![None; new.len()];
    for only_same in [true, false] {
        for (of, place) in new.iter().zip(&mut partner) {
            if place.is_some() {
                continue;
            }
            let fits = |it: &&T| key(it) == key(of) && (!only_same || is_same(it, of));
            *place = left.iter().position(|it| it.as_ref().is_some_and(fits));
            if let Some(taken) = place.and_then(|at| left.get_mut(at)) {
                *taken = None;
            }
        }
    }
    // Each beside the place that it had in the older one, so that what is gone finds its own.
    let mut found: Vec<(Option<usize>, Change<&T>)> = Vec::new();
    for (of, place) in new.iter().zip(partner) {
        let change = match place.and_then(|at| old.get(at)) {
            None => Change::Added(of),
            Some(former) if is_same(former, of) => Change::Same(of),
            Some(former) => Change::Changed(former, of),
        };
        found.push((place, change));
    }
    for (at, gone) in left.into_iter().enumerate() {
        let Some(gone) = gone else { continue };
        let before = at.checked_sub(1);
        let after = before.and_then(|it| found.iter().position(|(place, _)| *place == Some(it)));
        let to = after.map_or(0, |it| it + 1);
        found.insert(to, (Some(at), Change::Removed(gone)));
    }
    found.into_iter().map(|(_, change)| change).collect()
}

/// A text in pieces that together are the newer one without what is removed, and the older one without what is added.
#[must_use]
pub fn words(old: &str, new: &str) -> Vec<(Mark, String)> {
    let old: Vec<&str> = old.split_inclusive(char::is_whitespace).collect();
    let new: Vec<&str> = new.split_inclusive(char::is_whitespace).collect();
    let start = alike(old.iter().zip(&new));
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = alike(old_rest.iter().rev().zip(new_rest.iter().rev()));
    let old_middle = &old_rest[..old_rest.len() - end];
    let new_middle = &new_rest[..new_rest.len() - end];
    let mut pieces = Pieces::default();
    pieces.all(Mark::Same, &old[..start]);
    middle(old_middle, new_middle, &mut pieces);
    pieces.all(Mark::Same, &old_rest[old_middle.len()..]);
    pieces.0
}

/// How many pairs are the same from the first on.
fn alike<'a>(pairs: impl Iterator<Item = (&'a &'a str, &'a &'a str)>) -> usize {
    pairs.take_while(|(old, new)| old == new).count()
}

#[derive(Default)]
struct Pieces(Vec<(Mark, String)>);

impl Pieces {
    fn add(&mut self, mark: Mark, word: &str) {
        match self.0.last_mut() {
            Some((last, text)) if *last == mark => text.push_str(word),
            _ => self.0.push((mark, word.to_owned())),
        }
    }

    fn all(&mut self, mark: Mark, words: &[&str]) {
        words.iter().for_each(|word| self.add(mark, word));
    }
}

/// The longest run of words that both have in common stays; the rest is taken out or put in.
fn middle(old: &[&str], new: &[&str], pieces: &mut Pieces) {
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        pieces.all(Mark::Removed, old);
        pieces.all(Mark::Added, new);
        return;
    }
    let wide = new.len() + 1;
    // How many words the rests have in common, from each pair of places on.
    let mut common = vec![0_u32; (old.len() + 1) * wide];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * wide + j] = if old[i] == new[j] {
                common[(i + 1) * wide + j + 1] + 1
            } else {
                common[(i + 1) * wide + j].max(common[i * wide + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pieces.add(Mark::Same, old[i]);
            (i, j) = (i + 1, j + 1);
        } else if common[(i + 1) * wide + j] >= common[i * wide + j + 1] {
            pieces.add(Mark::Removed, old[i]);
            i += 1;
        } else {
            pieces.add(Mark::Added, new[j]);
            j += 1;
        }
    }
    pieces.all(Mark::Removed, &old[i..]);
    pieces.all(Mark::Added, &new[j..]);
}
