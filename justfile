# What CI runs.
ci:
    tests/run

# How the example stands.
status:
    cargo run --release -- status

# Measure the pairing of documents on real pages; needs HEXAPLA_CORPORA.
measure:
    cargo bench -p hexapla-engine --bench documents

# Measure the inner loops, then whole processes; docs/performance.md says what the rows mean.
bench: loops processes

# Time the inner loops; `just loops align` times one.
loops *NAMES:
    cargo bench -p hexapla-engine --bench loops -- {{NAMES}}

# Measure whole processes beside floors and peers; `just processes scale` measures one part.
processes *PARTS:
    cargo bench --bench processes -- {{PARTS}}

# Accept how many instructions the inner loops take now.
accept-counts:
    COUNTS=write cargo test --workspace --bench loops

# Try the documentation of every room.
doc:
    cargo doc --workspace --no-deps --open
