//! The line rules of RFC 5545, checked strictly and apart from what writes the lines: CRLF, 75 octets, whole letters,
//! the grammar of properties, components in their places, and what each must and may have.

use std::collections::BTreeMap;

/// What is wrong with a calendar file; nothing when it is right.
pub fn faults(file: &[u8]) -> Vec<String> {
    let mut faults = physical(file);
    let Ok(text) = std::str::from_utf8(file) else {
        faults.push("not UTF-8".to_owned());
        return faults;
    };
    let joined = text.replace("\r\n ", "").replace("\r\n\t", "");
    let mut lines = Vec::new();
    for line in joined.split_terminator("\r\n") {
        match property(line) {
            Some(property) => {
                faults.extend(value_fault(&property).map(|why| format!("{why}: {line}")));
                lines.push(property);
            }
            None => faults.push(format!("no property: {line}")),
        }
    }
    match component(&mut lines.into_iter().peekable()) {
        Ok(calendar) => faults.extend(calendar_faults(&calendar)),
        Err(why) => faults.push(why),
    }
    faults
}

/// § 3.1: lines end with CRLF, have at most 75 octets, and are whole letters each.
fn physical(file: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    if !file.ends_with(b"\r\n") {
        faults.push("the last line has no end".to_owned());
    }
    for (number, line) in file.split(|octet| *octet == b'\n').enumerate() {
        let is_rest = line.is_empty() && (number > 0);
        let Some(line) = line.strip_suffix(b"\r").or(is_rest.then_some(line)) else {
            faults.push(format!("line {number} does not end with CRLF"));
            continue;
        };
        if line.len() > 75 {
            faults.push(format!("line {number} has {} octets", line.len()));
        }
        if line.contains(&b'\r') || std::str::from_utf8(line).is_err() {
            faults.push(format!("line {number} is torn"));
        }
        if line.is_empty() && !is_rest {
            faults.push(format!("line {number} is empty"));
        }
    }
    faults
}

#[derive(Debug)]
struct Property {
    name: String,
    parameters: BTreeMap<String, String>,
    value: String,
}

/// § 3.1: `name *(";" param) ":" value`.
fn property(line: &str) -> Option<Property> {
    let is_name = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let (name, mut rest) = line.split_at(line.find([';', ':'])?);
    let mut parameters = BTreeMap::new();
    while let Some(after) = rest.strip_prefix(';') {
        let (key, after) = after.split_once('=')?;
        let (value, after) = match after.strip_prefix('"') {
            Some(quoted) => {
                let (value, after) = quoted.split_once('"')?;
                (value, after)
            }
            None => {
                let (value, after) = after.split_at(after.find([';', ':'])?);
                (!value.contains(['"', ','])).then_some((value, after))?
            }
        };
        let is_new = parameters
            .insert(key.to_owned(), value.to_owned())
            .is_none();
        (is_new && is_name(key)).then_some(())?;
        rest = after;
    }
    let value = rest.strip_prefix(':')?.to_owned();
    let is_clean = !line
        .chars()
        .any(|letter| letter.is_control() && letter != '\t');
    (is_clean && is_name(name)).then(|| Property {
        name: name.to_owned(),
        parameters,
        value,
    })
}

/// What is wrong with a value, by the type its property has.
fn value_fault(property: &Property) -> Option<&'static str> {
    let value = property.value.as_str();
    let whole_day = property.parameters.get("VALUE").map(String::as_str) == Some("DATE");
    let is_right = match property.name.as_str() {
        "SUMMARY" | "DESCRIPTION" | "LOCATION" | "UID" | "TZNAME" | "NAME" | "X-WR-CALNAME" => {
            is_text(value)
        }
        "DTSTAMP" => fits(value, "dddddddd'T'dddddd'Z'"),
        "DTSTART" | "DTEND" if whole_day => fits(value, "dddddddd"),
        "DTSTART" | "DTEND" => fits(value, "dddddddd'T'dddddd"),
        "TZOFFSETFROM" | "TZOFFSETTO" => {
            let digits = value.strip_prefix(['+', '-']).unwrap_or_default();
            value != "-0000" && (fits(digits, "dddd") || fits(digits, "dddddd"))
        }
        "SEQUENCE" => value.parse::<u32>().is_ok(),
        "ORGANIZER" | "ATTENDEE" => value.starts_with("mailto:") && is_uri(value),
        "URL" | "CONFERENCE" => value.starts_with("http") && is_uri(value),
        "METHOD" => ["PUBLISH", "REQUEST", "CANCEL"].contains(&value),
        "STATUS" => ["CONFIRMED", "CANCELLED"].contains(&value),
        "TRANSP" => ["OPAQUE", "TRANSPARENT"].contains(&value),
        "VERSION" => value == "2.0",
        "CALSCALE" => value == "GREGORIAN",
        "REFRESH-INTERVAL" | "X-PUBLISHED-TTL" => value == "PT1H",
        "RRULE" => value.starts_with("FREQ=YEARLY;BYMONTH="),
        "BEGIN" | "END" | "PRODID" | "TZID" => !value.is_empty(),
        _ => return Some("an unknown property"),
    };
    if ["None", "null", "undefined", "NaN"].contains(&value) {
        return Some("no value");
    }
    (!is_right).then_some("a wrong value")
}

/// § 3.3.11: what must be escaped is, and nothing else.
fn is_text(value: &str) -> bool {
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        let is_right = match letter {
            '\\' => letters.next().is_some_and(|next| "\\;,nN".contains(next)),
            ';' | ',' => false,
            _ => true,
        };
        if !is_right {
            return false;
        }
    }
    !value.is_empty()
}

/// A `d` stands for a digit, what stands between apostrophes for itself.
fn fits(value: &str, shape: &str) -> bool {
    let shape: Vec<char> = shape.chars().filter(|letter| *letter != '\'').collect();
    value.chars().count() == shape.len()
        && value.chars().zip(shape).all(|(letter, shape)| {
            if shape == 'd' {
                letter.is_ascii_digit()
            } else {
                letter == shape
            }
        })
}

fn is_uri(value: &str) -> bool {
    value.is_ascii() && !value.contains([' ', '"', '<', '>', '\\', '^', '`', '{', '|', '}'])
}

#[derive(Debug)]
struct Component {
    name: String,
    properties: Vec<Property>,
    inside: Vec<Component>,
}

fn component(
    lines: &mut std::iter::Peekable<impl Iterator<Item = Property>>,
) -> Result<Component, String> {
    let begin = lines.next().filter(|line| line.name == "BEGIN");
    let name = begin.ok_or("a component has no BEGIN")?.value;
    let mut found = Component {
        name,
        properties: Vec::new(),
        inside: Vec::new(),
    };
    loop {
        if lines.peek().is_some_and(|line| line.name == "BEGIN") {
            found.inside.push(component(lines)?);
            continue;
        }
        let line = lines.next().ok_or(format!("{} has no END", found.name))?;
        if line.name != "END" {
            found.properties.push(line);
        } else if line.value == found.name {
            return Ok(found);
        } else {
            return Err(format!("{} ends as {}", found.name, line.value));
        }
    }
}

impl Component {
    fn value(&self, name: &str) -> Option<&str> {
        let found = self.properties.iter().find(|line| line.name == name);
        found.map(|line| line.value.as_str())
    }

    /// Each property once at most; these at least.
    fn must_have(&self, names: &[&str]) -> Vec<String> {
        let mut faults: Vec<String> = names
            .iter()
            .filter(|name| self.value(name).is_none())
            .map(|name| format!("{} has no {name}", self.name))
            .collect();
        for line in &self.properties {
            let times = self
                .properties
                .iter()
                .filter(|other| other.name == line.name);
            if times.count() > 1 {
                faults.push(format!("{} has {} twice", self.name, line.name));
            }
        }
        faults
    }
}

fn calendar_faults(calendar: &Component) -> Vec<String> {
    let mut faults = calendar.must_have(&["VERSION", "PRODID"]);
    if calendar.name != "VCALENDAR" || calendar.inside.is_empty() {
        faults.push(format!(
            "{} is no calendar with something in it",
            calendar.name
        ));
    }
    let zones: Vec<&str> = calendar
        .inside
        .iter()
        .filter(|inside| inside.name == "VTIMEZONE")
        .filter_map(|zone| zone.value("TZID"))
        .collect();
    for inside in &calendar.inside {
        faults.extend(match inside.name.as_str() {
            "VTIMEZONE" => zone_faults(inside),
            "VEVENT" => event_faults(inside, calendar.value("METHOD"), &zones),
            other => vec![format!("{other} in a calendar")],
        });
    }
    faults
}

fn zone_faults(zone: &Component) -> Vec<String> {
    let mut faults = zone.must_have(&["TZID"]);
    if zone.inside.is_empty() {
        faults.push("a zone tells no time".to_owned());
    }
    for inside in &zone.inside {
        if !["STANDARD", "DAYLIGHT"].contains(&inside.name.as_str()) {
            faults.push(format!("{} in a zone", inside.name));
        }
        faults.extend(inside.must_have(&["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"]));
    }
    faults
}

/// § 3.6.1, and RFC 5546 § 3.2.1 for what is published, 3.2.2 and 3.2.5 for what is sent.
fn event_faults(event: &Component, method: Option<&str>, zones: &[&str]) -> Vec<String> {
    let mut faults = event.must_have(&["UID", "DTSTAMP", "DTSTART", "SUMMARY"]);
    let is_sent = method.is_some_and(|method| method != "PUBLISH");
    if method.is_some() {
        faults.extend(event.must_have(&["ORGANIZER", "SEQUENCE"]));
    }
    if is_sent {
        faults.extend(event.must_have(&["ATTENDEE"]));
    } else if event.value("ATTENDEE").is_some() {
        faults.push("a feed names its reader".to_owned());
    }
    if (method == Some("CANCEL")) != (event.value("STATUS") == Some("CANCELLED")) && is_sent {
        faults.push("method and status differ".to_owned());
    }
    for line in event
        .properties
        .iter()
        .filter(|line| line.name.starts_with("DT"))
    {
        let zone = line.parameters.get("TZID");
        let is_told = match zone {
            Some(zone) => zones.contains(&zone.as_str()),
            None => line.name == "DTSTAMP" || line.parameters.contains_key("VALUE"),
        };
        if !is_told {
            faults.push(format!("{} in no zone of the file", line.name));
        }
    }
    if event
        .value("DTEND")
        .is_some_and(|end| Some(end) <= event.value("DTSTART"))
    {
        faults.push("it ends before it begins".to_owned());
    }
    faults
}

const RIGHT: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\n\
    SEQUENCE:0\r\nDTSTAMP:20261122T080000Z\r\nDTSTART;VALUE=DATE:20271020\r\nSUMMARY:Møte\\, rom 1\r\n\
    ORGANIZER;CN=\"A, B\":mailto:a@b.no\r\nATTENDEE:mailto:c@d.no\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn the_checker_finds_each_fault_that_rivals_have_had_f24_f25_f27_f28() {
    assert_eq!(faults(RIGHT.as_bytes()), Vec::<String>::new());
    let broken = [
        ("\r\n", "\n"),
        ("VERSION:2.0\r\n", ""),
        ("PRODID:x", "PRODID:None"),
        ("UID:1\r\n", ""),
        ("UID:1\r\n", "UID:1\r\nUID:2\r\n"),
        ("SEQUENCE:0", "SEQUENCE:None"),
        (
            "DTSTART;VALUE=DATE:20271020",
            "DTSTART;TZID=Europe/Oslo:20271020T090000",
        ),
        ("DTSTART;VALUE=DATE:20271020", "DTSTART:20271020"),
        ("SUMMARY:Møte\\, rom 1", "SUMMARY:Møte, rom 1"),
        (
            "SUMMARY:Møte\\, rom 1",
            "SUMMARY:Møte\\, rom 1 som er så langt borte at linjen blir for lang uten at noen har brettet den",
        ),
        ("CN=\"A, B\"", "CN=A, B"),
        ("ATTENDEE:mailto:c@d.no\r\n", ""),
        ("METHOD:REQUEST", "METHOD:CANCEL"),
        ("END:VEVENT\r\n", ""),
        ("SUMMARY:Møte", "SUMMARY:M\u{7}øte"),
        ("END:VCALENDAR\r\n", "END:VCALENDAR"),
    ];
    for (right, wrong) in broken {
        let file = RIGHT.replacen(right, wrong, 1);
        assert!(!faults(file.as_bytes()).is_empty(), "{wrong:?} passes");
    }
    let torn = [
        &RIGHT.as_bytes()[..RIGHT.find('ø').expect("it has an ø") + 1],
        b"\r\n \xb8\r\n",
    ]
    .concat();
    assert!(faults(&torn).iter().any(|fault| fault.contains("torn")));
}
