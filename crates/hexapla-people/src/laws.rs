//! Sequences of operations, compared with a model of a few maps.

use std::collections::BTreeMap;

use hexapla_model::Locale;
use proptest::prelude::*;

use crate::sample::{at, handle, password, quick, rights};
use crate::{Accounts, Error, Invite, Role, SignIn, Token};

const HANDLES: [&str; 3] = ["ann", "ben", "eve"];
const UNITS: [&str; 2] = ["a#x", "a#y"];

#[derive(Clone, Copy, Debug)]
enum Step {
    Create(usize, bool),
    Demote(usize),
    Disable(usize),
    Enable(usize),
    SetPassword(usize, usize),
    Verify(usize, usize),
    SignIn(usize),
    SignOut(usize),
    Everywhere(usize),
    Look(usize),
    Invite(usize),
    Redeem(usize, usize),
    Claim(usize, usize),
    Release(usize, usize),
    Wait(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let (who, which) = (0..HANDLES.len(), 0..6_usize);
    let unit = 0..UNITS.len();
    let wait = proptest::sample::select(&[1, 59, 61, 700, 1800, 43_199, 600_000][..]);
    prop_oneof![
        3 => (who.clone(), any::<bool>()).prop_map(|(who, admin)| Step::Create(who, admin)),
        1 => who.clone().prop_map(Step::Demote),
        1 => who.clone().prop_map(Step::Disable),
        1 => who.clone().prop_map(Step::Enable),
        1 => (who.clone(), who.clone()).prop_map(|(who, word)| Step::SetPassword(who, word)),
        6 => (who.clone(), who.clone()).prop_map(|(who, word)| Step::Verify(who, word)),
        3 => who.clone().prop_map(Step::SignIn),
        1 => which.clone().prop_map(Step::SignOut),
        1 => who.clone().prop_map(Step::Everywhere),
        3 => which.clone().prop_map(Step::Look),
        2 => who.clone().prop_map(Step::Invite),
        2 => (which, who.clone()).prop_map(|(which, who)| Step::Redeem(which, who)),
        3 => (who.clone(), unit.clone()).prop_map(|(who, unit)| Step::Claim(who, unit)),
        1 => (who, unit).prop_map(|(who, unit)| Step::Release(who, unit)),
        3 => wait.prop_map(Step::Wait),
    ]
}

#[derive(Debug, Default)]
struct Person {
    word: usize,
    admin: bool,
    disabled: bool,
}

/// What a room should be.
#[derive(Default)]
struct Model {
    now: i64,
    people: BTreeMap<usize, Person>,
    failures: BTreeMap<usize, (u32, i64)>,
    /// Who, since when, seen when; nothing where it was signed out.
    browsers: Vec<Option<(usize, i64, i64)>>,
    /// By whom and when; nothing where it is used.
    invites: Vec<Option<(usize, i64)>>,
    claims: BTreeMap<usize, (usize, i64)>,
}

impl Model {
    fn is_active(&self, who: usize) -> bool {
        self.people.get(&who).is_some_and(|it| !it.disabled)
    }

    fn is_admin(&self, who: usize) -> bool {
        self.is_active(who) && self.people[&who].admin
    }

    fn is_last_admin(&self, who: usize) -> bool {
        self.is_admin(who) && (0..HANDLES.len()).all(|it| it == who || !self.is_admin(it))
    }

    fn sign_out(&mut self, who: usize) {
        let browsers = self.browsers.iter_mut();
        browsers.filter(|it| it.is_some_and(|it| it.0 == who)).for_each(|it| *it = None);
    }

    fn has_to_wait(&self, who: usize) -> bool {
        let waits = |(count, last): (u32, i64)| {
            let wait = if count < 5 { 0 } else { (1 << (count - 5).min(10)).min(900) };
            self.now - last < wait && self.now - last <= 86_400
        };
        self.failures.get(&who).copied().is_some_and(waits)
    }
}

/// A room, the model of it, and the tokens that were given out.
struct Both {
    model: Model,
    room: Accounts,
    browsers: Vec<Token>,
    invites: Vec<Token>,
}

impl Both {
    fn act(&mut self, step: Step, number: usize) {
        let now = at(self.model.now);
        let (model, room) = (&mut self.model, &self.room);
        let es: Locale = "es".parse().expect("a locale");
        match step {
            Step::Create(who, admin) => {
                let roles = rights(if admin { "admin" } else { "translator" }, "es");
                let made = room.create(&name(who), "A name", &roles, &password(HANDLES[who]), now);
                let free = !model.people.contains_key(&who);
                assert_eq!(made.is_ok(), free);
                if free {
                    model.people.insert(who, Person { word: who, admin, disabled: false });
                }
            }
            Step::Demote(who) => {
                let done = room.change_rights(&name(who), &rights("viewer", ""));
                let may = model.people.contains_key(&who) && !model.is_last_admin(who);
                assert_eq!(done.is_ok(), may);
                if may {
                    model.people.entry(who).and_modify(|it| it.admin = false);
                }
            }
            Step::Disable(who) => {
                let may = model.people.contains_key(&who) && !model.is_last_admin(who);
                assert_eq!(room.disable(&name(who), now).is_ok(), may);
                if may {
                    model.people.entry(who).and_modify(|it| it.disabled = true);
                    model.sign_out(who);
                    model.claims.retain(|_, it| it.0 != who);
                    let invites = model.invites.iter_mut();
                    invites.filter(|it| it.is_some_and(|it| it.0 == who)).for_each(|it| *it = None);
                }
            }
            Step::Enable(who) => {
                assert_eq!(room.enable(&name(who)).is_ok(), model.people.contains_key(&who));
                model.people.entry(who).and_modify(|it| it.disabled = false);
            }
            Step::SetPassword(who, word) => {
                let done = room.set_password(&name(who), &password(HANDLES[word]));
                assert_eq!(done.is_ok(), model.people.contains_key(&who));
                if done.is_ok() {
                    model.people.entry(who).and_modify(|it| it.word = word);
                    model.failures.remove(&who);
                    model.sign_out(who);
                }
            }
            Step::Verify(who, word) => {
                let typed = format!("correct horse {}", HANDLES[word]);
                let done = room.verify(&name(who), &typed, &format!("caller {number}"), now);
                let right = model.is_active(who) && model.people[&who].word == word;
                match (model.has_to_wait(who), right) {
                    (true, _) => assert!(matches!(done, Err(Error::Wait(1..=900))), "{done:?}"),
                    (false, true) => {
                        assert_eq!(done.expect("right").handle, name(who));
                        model.failures.remove(&who);
                    }
                    (false, false) => {
                        assert!(matches!(done, Err(Error::Wrong)), "{done:?}");
                        let before = model.failures.get(&who).copied().unwrap_or_default();
                        let count = if model.now - before.1 > 86_400 { 0 } else { before.0 };
                        model.failures.insert(who, (count + 1, model.now));
                    }
                }
            }
            Step::SignIn(who) => {
                let done = room.sign_in(&name(who), now);
                assert_eq!(done.is_ok(), model.is_active(who));
                if let Ok(token) = done {
                    self.browsers.push(token);
                    model.browsers.push(Some((who, model.now, model.now)));
                }
            }
            Step::SignOut(which) => {
                if let Some(token) = self.browsers.get(which) {
                    room.sign_out(token).expect("written");
                    model.browsers[which] = None;
                }
            }
            Step::Everywhere(who) => {
                room.sign_out_everywhere(&name(who)).expect("written");
                model.sign_out(who);
            }
            Step::Look(which) => {
                let Some(token) = self.browsers.get(which) else { return };
                let now_is = model.now;
                let good = model.browsers[which].filter(|(_, since, seen)| {
                    now_is - seen < SignIn::IDLE && now_is - since < SignIn::LONGEST
                });
                let found = room.signed_in(token, now).expect("read").map(|it| it.account.handle);
                assert_eq!(found, good.map(|it| name(it.0)));
                let fresh = |(_, _, seen): (usize, i64, i64)| now_is - seen < 60;
                if !model.browsers[which].is_some_and(fresh) {
                    model.browsers[which] = good.map(|(who, since, _)| (who, since, now_is));
                }
            }
            Step::Invite(who) => {
                let invite = Invite::new(&name(who), &rights("editor", ""), now);
                let done = room.invite(&invite, now);
                assert_eq!(done.is_ok(), model.is_admin(who));
                if let Ok(token) = done {
                    self.invites.push(token);
                    model.invites.push(Some((who, model.now)));
                }
            }
            Step::Redeem(which, who) => {
                let Some(token) = self.invites.get(which) else { return };
                let good = model.invites[which]
                    .is_some_and(|(by, when)| model.now - when < 604_800 && model.is_admin(by));
                let good = good && !model.people.contains_key(&who);
                let done = room.redeem(token, &name(who), "A name", &password(HANDLES[who]), now);
                assert_eq!(done.is_ok(), good);
                if good {
                    model.invites[which] = None;
                    let person = Person { word: who, admin: false, disabled: false };
                    model.people.insert(who, person);
                }
            }
            Step::Claim(who, unit) => {
                let held = model.claims.get(&unit).filter(|it| it.1 > model.now);
                let may = model.is_active(who) && held.is_none_or(|it| it.0 == who);
                assert_eq!(room.claim(&name(who), &es, UNITS[unit], now).is_ok(), may);
                if may {
                    model.claims.insert(unit, (who, model.now + 1800));
                }
            }
            Step::Release(who, unit) => {
                room.release(&name(who), &es, UNITS[unit]).expect("written");
                model.claims.retain(|it, claim| *it != unit || claim.0 != who);
            }
            Step::Wait(seconds) => model.now += seconds,
        }
    }

    /// What the file says is what the model says, through another connection too.
    fn compare(&self, other: &Accounts) {
        let (model, now) = (&self.model, at(self.model.now));
        for who in 0..HANDLES.len() {
            let found = other.find(&name(who)).expect("read");
            let found = found.map(|it| (it.rights.has(Role::Admin), it.disabled.is_some()));
            assert_eq!(found, model.people.get(&who).map(|it| (it.admin, it.disabled)));
            let held = model.claims.iter().filter(|(_, it)| it.0 == who && it.1 > model.now);
            let held: Vec<&str> = held.map(|(unit, _)| UNITS[*unit]).collect();
            let claims = other.claims_of(&name(who), now).expect("read");
            assert_eq!(claims.iter().map(|it| it.unit.as_str()).collect::<Vec<_>>(), held);
        }
    }
}

fn name(who: usize) -> crate::Handle {
    handle(HANDLES[who])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn law_a_room_is_what_was_done_in_it(steps in proptest::collection::vec(step(), 1..60)) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("room.sqlite");
        let (room, other) = (quick(&path), quick(&path));
        let (browsers, invites) = (Vec::new(), Vec::new());
        let mut both = Both { model: Model::default(), room, browsers, invites };
        for (number, step) in steps.into_iter().enumerate() {
            both.act(step, number);
            both.compare(&other);
        }
    }
}
