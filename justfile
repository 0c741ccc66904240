# What CI runs.
ci:
    tests/run

# How the example stands.
status:
    cargo run --release -- status

# Try the documentation of every room.
doc:
    cargo doc --workspace --no-deps --open
