//! A writer of XML: elements, attributes and texts, each escaped here and nowhere else.

/// What is written so far.
#[derive(Debug)]
pub struct Xml(String);

/// The name and the value of an attribute.
pub type Attribute<'a> = (&'a str, &'a str);

impl Default for Xml {
    fn default() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned())
    }
}

impl Xml {
    /// An element with what `within` writes.
    pub fn element(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        within: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        self.0.push_str(">\n");
        within(self);
        self.end(name);
    }

    /// An element with a text.
    pub fn text(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        self.start(name, attributes);
        self.0.push('>');
        self.0.push_str(&escaped(text));
        self.end(name);
    }

    /// An element without anything in it.
    pub fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes);
        self.0.push_str("/>\n");
    }

    /// All that was written.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }

    fn start(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        }
    }

    fn end(&mut self, name: &str) {
        self.0.push_str(&format!("</{name}>\n"));
    }
}

/// Text as it stands in an element or in quotes; without the characters that XML 1.0 (§ 2.2) has no way to write.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A reader would take it for a line break.
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_ascii_control() && letter != '\u{7f}' => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::testing::cases;
    use proptest::prelude::*;
    use quick_xml::Reader;
    use quick_xml::events::Event;

    #[test]
    fn texts_and_values_are_escaped() {
        let mut xml = Xml::default();
        xml.element("a", &[("b", "\"<&")], |xml| {
            xml.text("c", &[], "1 < 2 & \u{1}x");
            xml.empty("d", &[]);
        });
        assert_eq!(
            xml.into_text(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;\">\n<c>1 &lt; 2 &amp; x</c>\n<d/>\n</a>\n"
        );
    }

    proptest! {
        #![proptest_config(cases(256))]

        /// Whatever people write, the elements stay ours.
        #[test]
        fn no_text_breaks_out_of_its_element(text in any::<String>()) {
            let mut xml = Xml::default();
            xml.element("a", &[("b", &text)], |xml| xml.text("c", &[], &text));
            let written = xml.into_text();
            let mut reader = Reader::from_str(&written);
            let mut names = Vec::new();
            loop {
                match reader.read_event() {
                    Ok(Event::Eof) => break,
                    Ok(Event::Start(start)) => names.push(start.name().as_ref().to_owned()),
                    Ok(_) => {}
                    Err(error) => prop_assert!(false, "{}", error),
                }
            }
            prop_assert_eq!(names, ["a", "c"]);
        }
    }
}
