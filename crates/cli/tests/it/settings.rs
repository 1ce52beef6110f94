//! Settings as the program takes them: flag, environment, file.

use crate::support::{Place, course};

/// A place with three instances of one record each, named after who names the folder.
fn three() -> Place {
    let place = Place::new();
    for (number, folder) in ["by-flag", "by-environment", "by-file", "data"].into_iter().enumerate() {
        place.run_with_input(&["import", "--data", folder, "-"], &course(number, folder)).expect(0);
    }
    place.write("settings.toml", "data = \"by-file\"\n");
    place
}

fn check(place: &Place, args: &[&str], environment: &[(&str, &str)], expected: &str) {
    let mut command = place.command(args);
    command.env_remove("AYNI_DATA").envs(environment.iter().copied());
    let ended = crate::support::Ended::from(command.output().expect("the program runs")).expect(0);
    assert!(ended.out.contains(&format!("{{\"en\":\"{expected}\"}}")), "{args:?} {environment:?}: {}", ended.out);
}

#[test]
fn a_flag_counts_before_the_environment_and_that_before_the_file() {
    let place = three();
    let file = ("AYNI_CONFIG", "settings.toml");
    check(&place, &["export"], &[file], "by-file");
    check(&place, &["export", "--config", "settings.toml"], &[], "by-file");
    check(&place, &["export"], &[file, ("AYNI_DATA", "by-environment")], "by-environment");
    check(&place, &["export", "--data", "by-flag"], &[file, ("AYNI_DATA", "by-environment")], "by-flag");
}

#[test]
fn the_data_folder_may_have_a_file_of_its_own() {
    let place = three();
    place.write("data/ayni.toml", "database = \"by-file/ayni.db\"\n");
    check(&place, &["export", "--data", "data"], &[], "by-file");
    check(&place, &["export", "--data", "data"], &[("AYNI_DATABASE", "by-flag/ayni.db")], "by-flag");
}

#[test]
fn an_unknown_key_is_named_with_its_line() {
    let place = three();
    place.write("data/ayni.toml", "name = \"Minga\"\n\nlisten-at = \"x\"\n");
    for args in [&["export"][..], &["serve"], &["check"]] {
        let ended = place.run(args).expect(1);
        assert!(ended.err.starts_with("ayni: data/ayni.toml:3: unknown field `listen-at`, expected one of `data`, "), "{}", ended.err);
    }
    let absent = place.run(&["export", "--config", "absent.toml"]).expect(1);
    assert!(absent.err.starts_with("ayni: the settings in absent.toml: "), "{}", absent.err);
}

#[test]
fn help_names_every_setting_with_its_environment() {
    let place = Place::new();
    let help = place.run(&["--help"]).expect(0).out;
    let all = "data config database files log log-format listen empty metrics model base-url name contact smtp-url mail-from translator-url translator-key \
        oidc-issuer oidc-client oidc-secret oidc-name";
    for name in all.split_whitespace() {
        assert!(help.contains(&format!("--{name} ")) || help.contains(&format!("--{name}[")), "{name}: {help}");
        assert!(help.contains(&format!("[env: AYNI_{}", name.replace('-', "_").to_uppercase())), "{name}: {help}");
    }
    for (variable, value) in [
        ("AYNI_DATABASE", "postgres://u:hidden@h/d"),
        ("AYNI_SMTP_URL", "smtp://u:hidden@h"),
        ("AYNI_TRANSLATOR_KEY", "hidden"),
        ("AYNI_OIDC_SECRET", "hidden"),
    ] {
        let shown = place.command(&["--help"]).env(variable, value).output().expect("the program runs");
        assert!(!String::from_utf8_lossy(&shown.stdout).contains("hidden"), "{variable}");
    }
    assert!(place.run(&["import", "--help"]).expect(0).out.contains("[env: AYNI_AUTHOR=]"));
    assert!(place.run(&["check", "--help"]).expect(0).out.contains("Hints alone keep the exit code 0"));
    assert!(place.run(&["--version"]).expect(0).out.starts_with("ayni "));
    assert!(place.run(&["frobnicate"]).expect(1).err.contains("frobnicate"));
}
