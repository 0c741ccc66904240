/** Starts `hexapla lsp` for a folder with a project, and speaks with it for as long as the window is open. */

const { LanguageClient } = require("vscode-languageclient/node");
const { workspace } = require("vscode");

let client;

/** What the settings say: the program, and whom decisions are credited to. */
function settings() {
  const { program, handle } = workspace.getConfiguration("hexapla");
  return { program: program || "hexapla", handle: handle || undefined };
}

exports.activate = async () => {
  const { program, handle } = settings();
  const server = { command: program, args: ["lsp"] };
  client = new LanguageClient("hexapla", "Hexapla", server, {
    // Which files are translated only the project says: the program pays no heed to others.
    documentSelector: [{ scheme: "file" }],
    initializationOptions: { handle },
  });
  await client.start();
};

exports.deactivate = () => client?.stop();
