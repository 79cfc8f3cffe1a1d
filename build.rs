//! Gathers what the pages need besides HTML into one bundle inside the binary: Designsystemet's CSS, the Inter
//! fonts, pdf.js, and our own files from `src/web/assets`.
//!
//! The packages come from npm at the exact versions of `package-lock.json`, and only when that file has changed;
//! `STYRINGSRAD_ASSETS` names a folder laid out like `node_modules` to take them from instead, for machines that
//! have no npm. No copy of them is committed. Nothing is minified or rewritten here: the packages are ready to serve.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The variable that names a ready folder of packages.
const READY_FOLDER: &str = "STYRINGSRAD_ASSETS";

/// Each bundled file from the packages: its name in the bundle, and the files that are joined into it.
const FROM_PACKAGES: [(&str, &[&str]); 10] = [
    (
        "designsystemet.css",
        &[
            "@digdir/designsystemet-css/dist/src/index.css",
            "@digdir/designsystemet-css/dist/theme/designsystemet.css",
        ],
    ),
    (
        "inter-latin.woff2",
        &["@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"],
    ),
    (
        "inter-latin-ext.woff2",
        &["@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2"],
    ),
    // pdf.js for the browsers of the last years, not only the newest: docs/adr/0014-pdf-in-the-page.md.
    ("pdfjs.mjs", &["pdfjs-dist/legacy/build/pdf.min.mjs"]),
    (
        "pdfjs-worker.mjs",
        &["pdfjs-dist/legacy/build/pdf.worker.min.mjs"],
    ),
    // What scanners write, fetched only for a file that has it. pdf.js asks for these four by name.
    (
        "jbig2_nowasm_fallback.js",
        &["pdfjs-dist/wasm/jbig2_nowasm_fallback.js"],
    ),
    (
        "openjpeg_nowasm_fallback.js",
        &["pdfjs-dist/wasm/openjpeg_nowasm_fallback.js"],
    ),
    // The two standard fonts that no machine has one like.
    (
        "FoxitSymbol.pfb",
        &["pdfjs-dist/standard_fonts/FoxitSymbol.pfb"],
    ),
    (
        "FoxitDingbats.pfb",
        &["pdfjs-dist/standard_fonts/FoxitDingbats.pfb"],
    ),
    // The licences ask that their text follows the files.
    (
        "licences.txt",
        &[
            "@digdir/designsystemet-css/LICENSE",
            "@fontsource-variable/inter/LICENSE",
            "@expo-google-fonts/inter/LICENSE_FONT",
            "pdfjs-dist/LICENSE",
            "pdfjs-dist/wasm/LICENSE_JBIG2",
            "pdfjs-dist/wasm/LICENSE_PDFJS_JBIG2",
            "pdfjs-dist/wasm/LICENSE_OPENJPEG",
            "pdfjs-dist/wasm/LICENSE_PDFJS_OPENJPEG",
            "pdfjs-dist/standard_fonts/LICENSE_FOXIT",
        ],
    ),
];

/// The fonts of the documents that we typeset: files of the packages, for no browser.
const FONTS: [&str; 4] = [
    "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
    "@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf",
    "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
    "@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf",
];

fn main() {
    for path in [
        "package.json",
        "package-lock.json",
        "src/web/assets",
        "build.rs",
        // db::migrate embeds these; no one else would notice that a file was added.
        "migrations",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-env-changed={READY_FOLDER}");
    if let Err(problem) = bundle() {
        println!("cargo::error={problem}");
    }
}

/// Writes `bundle/` and `assets.rs` into `OUT_DIR`; an error is one line that says what to do.
fn bundle() -> Result<(), String> {
    let out = PathBuf::from(variable("OUT_DIR")?);
    let packages = match env::var_os(READY_FOLDER) {
        Some(folder) => {
            let folder = PathBuf::from(folder);
            println!("cargo::rerun-if-changed={}", folder.display());
            folder
        }
        None => install(&out.join("npm"))?,
    };

    let mut files = Vec::new();
    for (name, parts) in FROM_PACKAGES {
        files.push((name.to_owned(), joined(&packages, parts)?));
    }
    files.extend(our_own(Path::new("src/web/assets"))?);
    files.sort();

    let folder = out.join("bundle");
    fs::create_dir_all(&folder).map_err(|e| said(&folder, &e))?;
    for (name, content) in &files {
        write(&folder.join(name), content)?;
    }
    let mut code = table(&files);
    code.push_str(&fonts(&packages, &folder)?);
    write(&out.join("assets.rs"), code.as_bytes())
}

/// The Rust table of the fonts of documents.
fn fonts(packages: &Path, folder: &Path) -> Result<String, String> {
    let mut code =
        "\n/// The fonts of the documents that we typeset.\npub static FONTS: &[&[u8]] = &[\n"
            .to_owned();
    for (index, path) in FONTS.iter().enumerate() {
        let name = format!("font-{index}.ttf");
        write(&folder.join(&name), &read(&packages.join(path))?)?;
        // Writing into a String cannot fail.
        let _ = writeln!(
            code,
            "    include_bytes!(concat!(env!(\"OUT_DIR\"), \"/bundle/{name}\")),"
        );
    }
    code.push_str("];\n");
    Ok(code)
}

/// Runs `npm ci` in `folder`, unless it has already been run there with the same two files.
fn install(folder: &Path) -> Result<PathBuf, String> {
    let wanted = ["package.json", "package-lock.json"];
    let mut stamp = Vec::new();
    for name in wanted {
        stamp.extend(read(Path::new(name))?);
    }
    let packages = folder.join("node_modules");
    let stamp_file = folder.join("installed");
    if fs::read(&stamp_file).is_ok_and(|installed| installed == stamp) && packages.is_dir() {
        return Ok(packages);
    }

    fs::create_dir_all(folder).map_err(|e| said(folder, &e))?;
    for name in wanted {
        write(&folder.join(name), &read(Path::new(name))?)?;
    }
    let run = Command::new("npm")
        // What is optional is pdf.js's canvas for Node.js, which no page needs.
        .args(["ci", "--ignore-scripts", "--omit=dev", "--omit=optional"])
        .args(["--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder)
        .output()
        .map_err(|e| {
            format!(
                "npm cannot be run ({e}): install Node.js 20 or newer with npm, \
                 or let {READY_FOLDER} name a folder with the packages of package.json"
            )
        })?;
    if !run.status.success() {
        return Err(format!(
            "npm ci failed for package-lock.json: {}",
            one_line(&run.stderr)
        ));
    }
    write(&stamp_file, &stamp)?;
    Ok(packages)
}

/// The files one after another, each from a line of its own.
fn joined(packages: &Path, parts: &[&str]) -> Result<Vec<u8>, String> {
    let mut whole = Vec::new();
    for part in parts {
        if !whole.is_empty() {
            whole.push(b'\n');
        }
        whole.extend(read(&packages.join(part))?);
    }
    Ok(whole)
}

/// The stylesheets, scripts and pictures that lie beside the code.
fn our_own(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| said(folder, &e))? {
        let path = entry.map_err(|e| said(folder, &e))?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && content_type(name).is_some()
        {
            files.push((name.to_owned(), read(&path)?));
        }
    }
    Ok(files)
}

/// The Rust table of the bundle. One hash over all files stands in every path, so that a stylesheet may name a font
/// beside it by a relative URL, and so that a page never mixes the files of two releases.
fn table(files: &[(String, Vec<u8>)]) -> String {
    let mut hasher = DefaultHasher::new();
    for (name, content) in files {
        hasher.write(name.as_bytes());
        hasher.write_usize(content.len());
        hasher.write(content);
    }
    let bundle = format!("{:016x}", hasher.finish());

    let mut code = format!(
        "/// The bundle's hash, as it stands in every path.\npub const BUNDLE: &str = \"{bundle}\";\n\n\
         /// Every file of the bundle, sorted by name.\npub static ASSETS: &[Asset] = &[\n"
    );
    for (name, _) in files {
        let content_type = content_type(name).unwrap_or("application/octet-stream");
        // Writing into a String cannot fail.
        let _ = writeln!(
            code,
            "    Asset {{ name: \"{name}\", path: \"/assets/{bundle}/{name}\", content_type: \"{content_type}\", \
             bytes: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/bundle/{name}\")) }},"
        );
    }
    code.push_str("];\n");
    code
}

fn content_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" | "mjs" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "txt" => Some("text/plain; charset=utf-8"),
        "woff2" => Some("font/woff2"),
        _ => None,
    }
}

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|e| format!("{name}: {e}"))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| said(path, &e))
}

fn write(path: &Path, content: &[u8]) -> Result<(), String> {
    fs::write(path, content).map_err(|e| said(path, &e))
}

fn said(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

fn one_line(output: &[u8]) -> String {
    let text = String::from_utf8_lossy(output);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
