//! Reads the forms of a page as a browser would, from the markup that `web/ui.rs` writes.

/// How a field is filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// Typed by the reader; what was typed must come back.
    Text,
    Hidden,
    Tick,
    /// With the values that can be chosen.
    Select(Vec<String>),
}

#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub value: String,
    pub control: Control,
}

impl Field {
    /// Rows of one form are alike: the first stands for all.
    pub fn is_worth_it(&self) -> bool {
        let row = self.name.rsplit_once('-').map_or("", |(_, row)| row);
        row.parse::<u32>().map_or(true, |row| row == 0)
    }
}

#[derive(Clone, Debug)]
pub struct PageForm {
    pub action: String,
    pub fields: Vec<Field>,
}

impl PageForm {
    pub fn is_same(&self, other: &Self) -> bool {
        let names = |form: &Self| {
            let fields = form.fields.iter();
            let names: Vec<String> = fields
                .filter(|field| field.is_worth_it())
                .map(|field| field.name.clone())
                .collect();
            names
        };
        self.action == other.action && names(self) == names(other)
    }

    pub fn is_sign_out(&self) -> bool {
        self.action == "/sign-out"
    }
}

/// The forms of a page that post what is typed. A form that sends files has tests of its own.
pub fn forms(body: &str) -> Vec<PageForm> {
    let mut found = Vec::new();
    for rest in body.split("<form ").skip(1) {
        let whole = rest.split("</form>").next().unwrap_or_default();
        let (tag, inside) = whole.split_once('>').unwrap_or((whole, ""));
        let sends_files = attribute(tag, "enctype").is_some();
        if attribute(tag, "method").as_deref() == Some("post") && !sends_files {
            found.push(PageForm {
                action: attribute(tag, "action").unwrap_or_default(),
                fields: fields(inside),
            });
        }
    }
    found
}

fn fields(inside: &str) -> Vec<Field> {
    let mut found = Vec::new();
    for rest in inside.split('<').skip(1) {
        let tag = rest.split('>').next().unwrap_or_default();
        let name = attribute(tag, "name").unwrap_or_default();
        if name == "token" {
            continue;
        }
        let value = attribute(tag, "value").unwrap_or_default();
        if tag.starts_with("input ") {
            let (control, value) = match attribute(tag, "type").as_deref() {
                Some("hidden") => (Control::Hidden, value),
                Some("checkbox" | "radio") if tag.contains(" checked") => (Control::Tick, value),
                Some("checkbox" | "radio") => continue,
                _ => (Control::Text, value),
            };
            found.push(Field {
                name,
                value,
                control,
            });
        } else if tag.starts_with("textarea ") {
            let text = rest.split_once('>').map_or("", |(_, text)| text);
            found.push(Field {
                name,
                value: unescaped(text),
                control: Control::Text,
            });
        } else if tag.starts_with("select ") {
            found.push(Field {
                name,
                value: String::new(),
                control: Control::Select(Vec::new()),
            });
        } else if tag.starts_with("option ")
            && !value.is_empty()
            && let Some(Field {
                control: Control::Select(choices),
                value: chosen,
                ..
            }) = found.last_mut()
        {
            if tag.contains(" selected") {
                chosen.clone_from(&value);
            }
            choices.push(value);
        } else if tag.starts_with("button ") && !name.is_empty() {
            // The last button of a form is the one that its page is for.
            found.retain(|field| field.name != name);
            found.push(Field {
                name,
                value,
                control: Control::Hidden,
            });
        }
    }
    found
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(unescaped(rest.split('"').next()?))
}

/// As the markup writes a text.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// The beginning of what a page says, for a message of a test.
pub fn text_of(body: &str) -> String {
    let main = body.split_once("<main").map_or(body, |(_, main)| main);
    let mut text = String::new();
    let mut is_tag = false;
    for letter in main.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            letter if !is_tag => text.push(letter),
            _ => {}
        }
    }
    text.chars().take(600).collect()
}
