# What CI runs.
ci:
    tests/run

# How the example stands.
status:
    cargo run --release -- status

# Measure the pairing of documents on real pages; needs HEXAPLA_CORPORA.
measure:
    cargo bench -p hexapla-engine --bench documents

# Try the documentation of every room.
doc:
    cargo doc --workspace --no-deps --open
