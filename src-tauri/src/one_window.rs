//! One window at a time: a second start hands over what it was asked for and is gone.
//!
//! The plugin that sees to it does so once the toolkit has begun, which takes longer than a thought may wait for its
//! quick note. So a second start asks on the bus first, by the plugin's own call; when nobody answers, it goes on to be
//! the window, or to let the plugin find the first.

use crate::command_line::Vault;

/// The two vaults may be open side by side; each has its own name.
pub fn name_on_the_bus(vault: Vault) -> &'static str {
    match vault {
        Vault::Own => "dev.inglenook.Inglenook",
        Vault::Demo => "dev.inglenook.Inglenook.Demo",
    }
}

/// Gives this start's arguments to the window that is open. False when there is none.
#[cfg(target_os = "linux")]
pub fn hand_over(vault: Vault) -> bool {
    let name = format!("{}.SingleInstance", name_on_the_bus(vault));
    let path = format!("/{}", name.replace('.', "/"));
    let arguments: Vec<String> =
        std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let folder = std::env::current_dir().unwrap_or_default();
    let asked = || {
        let bus = zbus::blocking::Connection::session()?;
        let given = (arguments, folder.to_string_lossy().into_owned());
        bus.call_method(
            Some(name.as_str()),
            path.as_str(),
            Some("org.SingleInstance.DBus"),
            "ExecuteCallback",
            &given,
        )
    };
    asked().is_ok()
}

/// Elsewhere the plugin alone sees to it.
#[cfg(not(target_os = "linux"))]
pub fn hand_over(_vault: Vault) -> bool {
    false
}
