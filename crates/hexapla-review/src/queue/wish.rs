//! Which units of the queue are asked for.

use std::collections::BTreeSet;

use hexapla_engine::change::ChangeClass;
use hexapla_model::{Locale, ResourceId, State};

use crate::asked::{Asked, Fields};
use crate::claim::Claim;
use crate::desk::{Need, Waiting};
use crate::failure::Failure;
use crate::room::Room;

/// Which units of the queue are asked for: all that fit every condition. It is what the address of
/// a queue says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(crate) locale: Locale,
    /// Only these collections; all where there are none.
    pub(crate) collections: BTreeSet<String>,
    /// Only these needs; all where there are none.
    pub(crate) needs: BTreeSet<Need>,
    /// Only these classes of change; all where there are none.
    pub(crate) classes: BTreeSet<&'static str>,
    /// Only units in these states; in all where there are none.
    pub(crate) states: BTreeSet<State>,
    /// Only units that are worked on so; all where there are none.
    pub(crate) claims: BTreeSet<Working>,
    /// Only units with this in their source, target or name.
    pub(crate) text: String,
    /// The page, from 1.
    pub(crate) page: usize,
}

/// Who works on a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Working {
    /// Nobody.
    Free,
    /// The visitor.
    Mine,
}

impl Working {
    pub(crate) const ALL: [Self; 2] = [Self::Mine, Self::Free];

    /// The name in addresses.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Mine => "mine",
        }
    }
}

impl Wish {
    /// What a request asks for.
    ///
    /// # Errors
    /// Where it names no locale.
    pub(crate) fn of(asked: &Asked) -> Result<Self, Failure> {
        let fields = &asked.query;
        let back = asked.form.get("queue").map(|it| Fields::parse(it.as_bytes()));
        Ok(Self::read(asked.require_locale()?, back.as_ref().unwrap_or(fields)))
    }

    /// What fields ask for in a locale.
    pub(crate) fn read(locale: Locale, fields: &Fields) -> Self {
        let named = |name: &'static str| fields.all(name).filter(|it| !it.is_empty());
        let needs = Need::ALL.into_iter();
        let classes = ChangeClass::ALL.into_iter().map(ChangeClass::as_str);
        Self {
            locale,
            collections: named("collection").map(str::to_owned).collect(),
            needs: needs.filter(|need| named("need").any(|it| it == need.as_str())).collect(),
            classes: classes.filter(|class| named("class").any(|it| it == *class)).collect(),
            states: State::ALL
                .into_iter()
                .filter(|state| named("state").any(|it| it == state.as_str()))
                .collect(),
            claims: Working::ALL
                .into_iter()
                .filter(|working| named("claim").any(|it| it == working.as_str()))
                .collect(),
            text: fields.get("q").unwrap_or_default().trim().to_owned(),
            page: fields.get("page").and_then(|it| it.parse().ok()).unwrap_or(1).max(1),
        }
    }

    /// The same as a query, without the page.
    pub(crate) fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.collections.iter().map(|it| ("collection", it)));
        query.extend_pairs(self.needs.iter().map(|it| ("need", it.as_str())));
        query.extend_pairs(self.classes.iter().map(|it| ("class", it)));
        query.extend_pairs(self.states.iter().map(|it| ("state", it.as_str())));
        query.extend_pairs(self.claims.iter().map(|it| ("claim", it.as_str())));
        if !self.text.is_empty() {
            query.append_pair("q", &self.text);
        }
        query.finish()
    }

    /// The address of the queue.
    pub(crate) fn address(&self) -> String {
        let query = self.query();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/queue/{}{mark}{query}", self.locale)
    }

    /// Whether a resource is asked for.
    pub(crate) fn covers(&self, id: &ResourceId) -> bool {
        self.collections.is_empty() || self.collections.contains(id.collection())
    }

    /// Whether units are asked for that wait for this.
    pub(crate) fn fits_need(&self, need: Need) -> bool {
        self.needs.is_empty() || self.needs.contains(&need)
    }

    /// Whether a unit is asked for, whatever it waits for and whatever its text says.
    pub(crate) fn fits(&self, unit: &Waiting) -> bool {
        (self.states.is_empty() || self.states.contains(&unit.state))
            && (self.classes.is_empty()
                || unit.class.is_some_and(|it| self.classes.contains(it.as_str())))
    }

    /// Whether who works on what is asked for in a room without accounts, where nobody knows.
    pub(crate) fn ignores_claims(&self, room: &Room) -> bool {
        !self.claims.is_empty() && !room.has_accounts()
    }

    /// Whether a unit is asked for that somebody works on so, or nobody.
    pub(crate) fn fits_claim(&self, claim: Option<&Claim>) -> bool {
        let wants = |working| self.claims.contains(&working);
        match claim {
            _ if self.claims.is_empty() => true,
            None => wants(Working::Free),
            Some(claim) => claim.is_mine && wants(Working::Mine),
        }
    }

    /// Whether nothing narrows the queue.
    pub(crate) fn is_everything(&self) -> bool {
        self.query().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_what_its_address_says() {
        let es: Locale = "es".parse().expect("a locale");
        for query in [
            "",
            "need=stale&need=missing&q=%26+%3D%C3%A9",
            "collection=a&collection=b&need=moved&class=number",
            "state=translated&state=reviewed",
            "claim=free&claim=mine&q=a",
        ] {
            let wish = Wish::read(es.clone(), &Fields::parse(query.as_bytes()));
            assert_eq!(wish.query(), query);
            assert_eq!(wish.is_everything(), query.is_empty());
        }
        let odd = "need=x&class=y&state=z&collection=&page=0&q=++";
        assert!(Wish::read(es, &Fields::parse(odd.as_bytes())).is_everything());
    }
}
