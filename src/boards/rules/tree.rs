//! Which board may stand below which: a council has one board above it, and no board is above itself.

use crate::db::ids::BoardId;

/// Whether `parent` is the board itself or a board below it, so that it cannot stand above it. Each board comes with the one
/// that is above it now.
#[must_use]
pub fn is_within(tree: &[(BoardId, Option<BoardId>)], id: BoardId, parent: BoardId) -> bool {
    let above = |this: &BoardId| {
        let found = tree.iter().find(|(of, _)| of == this);
        found.and_then(|(_, parent)| *parent)
    };
    // As many steps as there are boards reach the top of every tree, whatever the rows say.
    std::iter::successors(Some(parent), above)
        .take(tree.len() + 1)
        .any(|this| this == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngSeed};

    fn below(tree: &[(BoardId, Option<BoardId>)], at: usize, parent: Option<usize>) -> bool {
        parent.is_some_and(|parent| is_within(tree, tree[at].0, tree[parent].0))
    }

    #[test]
    fn a_board_is_neither_above_itself_nor_below_its_own_council() {
        let ids: [BoardId; 3] = std::array::from_fn(|_| BoardId::new());
        let tree = [
            (ids[0], None),
            (ids[1], Some(ids[0])),
            (ids[2], Some(ids[1])),
        ];
        assert!(is_within(&tree, ids[0], ids[0]));
        assert!(is_within(&tree, ids[0], ids[1]) && is_within(&tree, ids[0], ids[2]));
        assert!(!is_within(&tree, ids[2], ids[0]) && !is_within(&tree, ids[1], ids[0]));
    }

    proptest! {
        #![proptest_config(Config {
            cases: 256,
            rng_seed: RngSeed::Fixed(1814),
            ..Config::default()
        })]

        /// Whatever is asked for in whatever order, what is accepted leaves every board with a way up that ends.
        #[test]
        fn no_sequence_of_accepted_changes_makes_a_circle(
            changes in prop::collection::vec((0_usize..8, prop::option::of(0_usize..8)), 0..60),
        ) {
            let mut tree: Vec<(BoardId, Option<BoardId>)> =
                (0..8).map(|_| (BoardId::new(), None)).collect();
            for (at, parent) in changes {
                if below(&tree, at, parent) {
                    continue;
                }
                tree[at].1 = parent.map(|parent| tree[parent].0);
                for (start, _) in &tree {
                    let mut at = Some(*start);
                    let mut steps = 0;
                    while let Some(this) = at {
                        prop_assert!(steps < tree.len(), "a way up that never ends");
                        steps += 1;
                        let found = tree.iter().find(|(of, _)| *of == this);
                        at = found.and_then(|(_, parent)| *parent);
                    }
                }
            }
        }
    }
}
