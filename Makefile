# What one types. `make` alone says what there is.

.DEFAULT_GOAL := help
.PHONY: help run test bench lint supply docs

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The quickest build there is: it starts minutes sooner than a release build, and the demo is small.
run: ## Build, load the demo into an empty instance, and serve it on 127.0.0.1:8080
	cargo run --locked -- serve --demo

test: ## Install what the tests need, start private servers, run every test (ARGS= goes to cargo test)
	tests/run.sh $(ARGS)

bench: ## Measure against the targets, one line a figure (ONLY=ledger for one group)
	cargo bench --locked --features jemalloc --bench '*' -- $(ONLY)

lint: ## rustfmt and clippy, warnings are errors
	cargo fmt --check
	cargo clippy --all-targets --locked -- -D warnings

supply: ## Licences, bans and sources of every dependency, by cargo-deny
	cargo deny --locked check licenses bans sources

docs: ## The documentation of the code, private items too; warnings are errors
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --document-private-items --locked
