//! What counts of instructions depend on beside the code.

use std::process::Command;

use crate::callgrind;

/// The target, the compiler, valgrind, and the vectors that it offers; nothing where there is no
/// valgrind or no compiler.
pub(crate) fn toolchain() -> Option<String> {
    let valgrind = callgrind::version()?;
    let told = Command::new("rustc").arg("-vV").output().ok()?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let host = told.lines().find_map(|it| it.strip_prefix("host: "))?;
    let compiler = told.lines().next()?;
    Some(format!("{host} {}, {compiler}, {valgrind}", vectors()))
}

#[cfg(target_arch = "x86_64")]
fn vectors() -> &'static str {
    if std::arch::is_x86_feature_detected!("avx2") { "with AVX2" } else { "without AVX2" }
}

#[cfg(not(target_arch = "x86_64"))]
fn vectors() -> &'static str {
    "with any vectors"
}
