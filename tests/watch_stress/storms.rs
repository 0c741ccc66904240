//! More changes at once than anybody makes by hand.

use std::fs;

use crate::world::World;

/// How many files a burst is.
const BURST: usize = 10_000;

/// Many files and folders at once.
pub(crate) fn burst(world: &World<'_>) {
    for folder in 0..100 {
        let folder = world.project.path(&format!("src/burst/{folder}"));
        fs::create_dir_all(&folder).expect("created");
        for number in 0..BURST / 100 {
            let text = format!("Page {number}.\n");
            fs::write(folder.join(format!("{number}.md")), text).expect("written");
        }
    }
}

/// What came at once goes at once.
pub(crate) fn calm(world: &mut World<'_>) {
    let burst = world.project.path("src/burst");
    match world.random.once_in(2) {
        true => fs::remove_dir_all(burst).expect("removed"),
        false => fs::rename(burst, world.outside.path().join("burst")).expect("moved away"),
    }
}

/// More events than the system's queue holds.
pub(crate) fn overflow(world: &World<'_>) {
    let limit = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").expect("a limit");
    let limit: usize = limit.trim().parse().expect("a number");
    let [one, two] = ["mark/one.tmp", "mark/two.tmp"].map(|it| world.project.path(it));
    fs::write(&one, "x").expect("a file");
    // Each way is two events.
    for _ in 0..limit / 4 + 500 {
        fs::rename(&one, &two).expect("moved");
        fs::rename(&two, &one).expect("moved back");
    }
}
