# What CI runs.
ci:
    tests/run

# How the example stands.
status:
    cargo run --release -- status

# Measure the pairing of documents on real pages; needs HEXAPLA_CORPORA.
measure:
    cargo bench -p hexapla-engine --bench documents

# Measure whole processes beside floors and peers, and print the table of docs/performance.md;
# `just bench scale` measures one part.
bench *PARTS:
    cargo bench --bench processes -- {{PARTS}}

# Try the documentation of every room.
doc:
    cargo doc --workspace --no-deps --open
