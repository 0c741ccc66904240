//! What `plural=` of a header says: a small part of C, over one number `n`.

/// The most bytes of a formula, and the most parts that stand within each other.
const LONGEST: usize = 1_000;
const DEEPEST: usize = 40;

/// A formula, read.
#[derive(Clone, Debug)]
pub(super) enum Formula {
    Number(u64),
    N,
    Not(Box<Formula>),
    Two(&'static str, Box<(Formula, Formula)>),
    Choice(Box<(Formula, Formula, Formula)>),
}

/// The operators of two sides, by how tightly they bind, from loose to tight.
const OPERATORS: [&[&str]; 6] =
    [&["||"], &["&&"], &["==", "!="], &["<=", ">=", "<", ">"], &["+", "-"], &["*", "/", "%"]];

impl Formula {
    /// Reads a formula; nothing where it is none.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let mut parser = Parser { rest: text.trim() };
        let formula = parser.choice(0)?;
        parser.rest.is_empty().then_some(formula)
    }

    /// Its value for a number; nothing where it divides by zero or overflows.
    pub(super) fn value(&self, n: u64) -> Option<u64> {
        Some(match self {
            Self::Number(number) => *number,
            Self::N => n,
            Self::Not(of) => u64::from(of.value(n)? == 0),
            Self::Choice(of) if of.0.value(n)? != 0 => of.1.value(n)?,
            Self::Choice(of) => of.2.value(n)?,
            Self::Two("||", of) => u64::from(of.0.value(n)? != 0 || of.1.value(n)? != 0),
            Self::Two("&&", of) => u64::from(of.0.value(n)? != 0 && of.1.value(n)? != 0),
            Self::Two(operator, of) => {
                let (a, b) = (of.0.value(n)?, of.1.value(n)?);
                match *operator {
                    "==" => u64::from(a == b),
                    "!=" => u64::from(a != b),
                    "<=" => u64::from(a <= b),
                    ">=" => u64::from(a >= b),
                    "<" => u64::from(a < b),
                    ">" => u64::from(a > b),
                    "+" => a.checked_add(b)?,
                    "-" => a.checked_sub(b)?,
                    "*" => a.checked_mul(b)?,
                    "/" => a.checked_div(b)?,
                    _ => a.checked_rem(b)?,
                }
            }
        })
    }
}

struct Parser<'t> {
    rest: &'t str,
}

impl Parser<'_> {
    fn takes(&mut self, token: &str) -> bool {
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.map_or(self.rest, str::trim_start);
        rest.is_some()
    }

    fn choice(&mut self, depth: usize) -> Option<Formula> {
        let condition = self.sides(0, depth)?;
        if !self.takes("?") {
            return Some(condition);
        }
        let yes = self.deeper(depth)?;
        let no = if self.takes(":") { self.deeper(depth)? } else { return None };
        Some(Formula::Choice(Box::new((condition, yes, no))))
    }

    fn deeper(&mut self, depth: usize) -> Option<Formula> {
        if depth < DEEPEST { self.choice(depth + 1) } else { None }
    }

    /// Operators that bind as tightly as those at `level`, or more.
    fn sides(&mut self, level: usize, depth: usize) -> Option<Formula> {
        let Some(operators) = OPERATORS.get(level) else { return self.one(depth) };
        let mut left = self.sides(level + 1, depth)?;
        let (mut length, mut found) = (0, true);
        while found {
            found = false;
            for operator in *operators {
                if self.takes(operator) {
                    length += 1;
                    let right = self.sides(level + 1, depth)?;
                    left = Formula::Two(operator, Box::new((left, right)));
                    found = true;
                    break;
                }
            }
            if length > DEEPEST {
                return None;
            }
        }
        Some(left)
    }

    fn one(&mut self, depth: usize) -> Option<Formula> {
        if self.takes("(") {
            let inner = self.deeper(depth)?;
            return self.takes(")").then_some(inner);
        }
        if self.takes("!") {
            let of = if depth < DEEPEST { self.one(depth + 1)? } else { return None };
            return Some(Formula::Not(Box::new(of)));
        }
        if self.takes("n") {
            return Some(Formula::N);
        }
        let length =
            self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = self.rest[..length].parse().ok()?;
        self.rest = self.rest[length..].trim_start();
        Some(Formula::Number(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_of_c_are_read() {
        for (text, values) in [
            ("0", [0, 0, 0, 0, 0]),
            ("n != 1", [1, 0, 1, 1, 1]),
            ("(n > 1);", [9, 9, 9, 9, 9]),
            ("n>1", [0, 0, 1, 1, 1]),
            ("n==1 ? 0 : (n>=2 && n<=4) ? 1 : 2", [2, 0, 1, 1, 2]),
            ("(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2)", [2, 0, 1, 1, 1]),
            ("!n || 1 + 2 * 3 == 7 && n % 2", [1, 1, 0, 1, 1]),
        ] {
            let formula = Formula::read(text);
            for (n, value) in [0, 1, 2, 3, 5].into_iter().zip(values) {
                let found = formula.as_ref().and_then(|it| it.value(n));
                assert_eq!(found.unwrap_or(9), value, "{text} of {n}");
            }
        }
        for text in
            ["", "n n", "n ?", "n ? 1", "(n", "n !", "m", "1 +", &"(".repeat(900), &"!".repeat(900)]
        {
            assert!(Formula::read(text).is_none(), "{text}");
        }
        assert_eq!(Formula::read("n / 0").and_then(|it| it.value(3)), None);
    }

    proptest! {
        #[test]
        fn any_formula_is_read_or_not(text in "(n|1|0|\\(|\\)|\\?|:|&&|\\|\\||==|!=|<|>|<=|>=|\\+|-|\\*|/|%|!| |9999999999){0,40}") {
            if let Some(formula) = Formula::read(&text) {
                for n in [0, 1, 7, u64::MAX] {
                    let _ = formula.value(n);
                }
            }
        }
    }
}
