//! The interface under a tester that reads its description and asks what it allows and what it does not (schemathesis).

use super::scene::published;
use crate::postbox::PYTHON;
use crate::program::{Program, free_port, get, setting, settings, wait_until};
use crate::support::{sqlite, test_setting};
use crate::world::NOW;
use std::process::Command;
use styringsrad::config::MailTo;

/// Where the questions begin, so that a run can be had again.
const SEED: &str = "20261129";

#[actix_web::test]
async fn whatever_is_asked_is_answered_as_the_description_says() {
    let Some(tester) = test_setting("STYRINGSRAD_TEST_PYTHON") else {
        return;
    };
    let instance = sqlite(NOW);
    published(&instance);
    let port = free_port();
    let mail = MailTo::Folder(instance.ground.folder.join("mail"));
    let mut given = settings(&instance.ground, &mail);
    given.push(setting("STYRINGSRAD_LISTEN", &format!("127.0.0.1:{port}")));
    let _program = Program::start(&["serve"], &given);
    wait_until("it answers", || {
        get(port, "/health/live").is_some_and(|(status, _)| status == 200)
    });
    let run = Command::new(PYTHON)
        .args(["-m", "schemathesis.cli", "run", "--no-color"])
        .arg(format!("http://127.0.0.1:{port}/api/v1/openapi.json"))
        .args([
            "--phases",
            "examples,coverage,fuzzing",
            "--max-examples",
            "50",
        ])
        .args(["--seed", SEED, "--generation-database", "none"])
        .args(["--warnings", "off"])
        .current_dir(&instance.ground.folder)
        .env("PYTHONPATH", tester)
        .output()
        .expect("the tester is there");
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(
        run.status.success(),
        "{told}{}",
        String::from_utf8_lossy(&run.stderr)
    );
}
