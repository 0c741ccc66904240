//! The conversation with a client.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use hexapla_model::{Handle, Timestamp};
use lsp_server::{Connection, ErrorCode, Message, Notification, ProtocolError, Request, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidCloseTextDocument, DidOpenTextDocument,
    DidSaveTextDocument, Notification as _, PublishDiagnostics, ShowMessage,
};
use lsp_types::request::{
    CodeActionRequest, Completion, ExecuteCommand, GotoDefinition, HoverRequest,
    RegisterCapability, Request as _,
};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionParams, CodeActionProviderCapability,
    CompletionOptions, CompletionParams, DidChangeTextDocumentParams,
    DidChangeWatchedFilesRegistrationOptions, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, ExecuteCommandOptions, ExecuteCommandParams, FileSystemWatcher,
    GlobPattern, GotoDefinitionParams, HoverParams, HoverProviderCapability, InitializeParams,
    InitializeResult, MessageType, OneOf, PublishDiagnosticsParams, Registration,
    RegistrationParams, SaveOptions, ServerCapabilities, ServerInfo, ShowMessageParams,
    TextDocumentContentChangeEvent, TextDocumentPositionParams, TextDocumentSyncCapability,
    TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::actions::actions;
use crate::completion::{TRIGGERS, completions};
use crate::definition::definitions;
use crate::diagnostics::diagnostics;
use crate::hover::hover;
use crate::lines::{Encoding, Lines};
use crate::project::Project;
use crate::settle::{Asking, Verb, settle};
use crate::uri;
use crate::view::View;

/// Who decides, and when.
#[derive(Clone, Debug, Default)]
pub struct Hand {
    /// Whom decisions are credited to; where nobody is named here the client may name one, by `handle` of
    /// its options.
    pub by: Option<Handle>,
    /// The moment that ages are counted to; now where none is given.
    pub as_of: Option<Timestamp>,
}

/// Why the conversation ended badly.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The client does not keep to the protocol.
    #[error("the client does not keep to the protocol: {0}")]
    Protocol(#[from] ProtocolError),
    /// The client went away without saying so.
    #[error("the client went away without saying so")]
    Gone,
}

/// How long nobody writes before a file is marked anew.
const QUIET: Duration = Duration::from_millis(120);

/// Speaks with a client until it says good-bye.
///
/// # Errors
/// Where the client does not keep to the protocol, or goes away without a word.
pub fn serve(connection: &Connection, hand: Hand) -> Result<(), ServeError> {
    let (id, asked) = connection.initialize_start()?;
    let asked: InitializeParams = serde_json::from_value(asked).unwrap_or_default();
    let offered = asked.capabilities.general.as_ref().and_then(|it| it.position_encodings.clone());
    let encoding = Encoding::of(offered.as_deref());
    let result = InitializeResult {
        capabilities: capabilities(encoding),
        server_info: Some(ServerInfo {
            name: "hexapla".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    };
    connection.initialize_finish(id, json!(result))?;
    let mut server = Server {
        connection,
        by: hand.by.or_else(|| named(asked.initialization_options.as_ref())),
        as_of: hand.as_of,
        encoding,
        open: BTreeMap::new(),
        projects: BTreeMap::new(),
        due: BTreeSet::new(),
    };
    if watches(&asked) {
        server.watch();
    }
    server.run()
}

/// The handle that a client's options name.
fn named(options: Option<&Value>) -> Option<Handle> {
    options?.get("handle")?.as_str()?.parse().ok()
}

/// Whether a client can be asked to tell of files that change.
fn watches(asked: &InitializeParams) -> bool {
    let workspace = asked.capabilities.workspace.as_ref();
    let files = workspace.and_then(|it| it.did_change_watched_files.as_ref());
    files.and_then(|it| it.dynamic_registration).unwrap_or(false)
}

fn capabilities(encoding: Encoding) -> ServerCapabilities {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions::default())),
        ..TextDocumentSyncOptions::default()
    };
    ServerCapabilities {
        position_encoding: Some(encoding.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(TRIGGERS.map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
            ..CodeActionOptions::default()
        })),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: Verb::ALL.map(|it| it.command().to_owned()).to_vec(),
            ..ExecuteCommandOptions::default()
        }),
        ..ServerCapabilities::default()
    }
}

/// A file that is open in the client.
struct Open {
    uri: Uri,
    version: i32,
    text: Arc<str>,
}

struct Server<'a> {
    connection: &'a Connection,
    by: Option<Handle>,
    as_of: Option<Timestamp>,
    encoding: Encoding,
    /// By their places on disk.
    open: BTreeMap<PathBuf, Open>,
    /// By their roots.
    projects: BTreeMap<PathBuf, Project>,
    /// Files that are to be marked anew.
    due: BTreeSet<PathBuf>,
}

impl Server<'_> {
    fn run(&mut self) -> Result<(), ServeError> {
        loop {
            let message = match self.due.is_empty() {
                true => self.connection.receiver.recv().map_err(|_| ServeError::Gone)?,
                false => match self.connection.receiver.recv_timeout(QUIET) {
                    Ok(message) => message,
                    Err(error) if error.is_timeout() => {
                        std::mem::take(&mut self.due).iter().for_each(|file| self.mark(file));
                        continue;
                    }
                    Err(_) => return Err(ServeError::Gone),
                },
            };
            match message {
                Message::Request(request) => {
                    if self.connection.handle_shutdown(&request)? {
                        return Ok(());
                    }
                    let answer = self.answer(request);
                    self.send(answer.into());
                }
                Message::Notification(told) => self.hear(told),
                Message::Response(_) => {}
            }
        }
    }

    /// A client that is gone is noticed when it is next listened to.
    fn send(&self, message: Message) {
        let _ = self.connection.sender.send(message);
    }

    fn watch(&self) {
        let every =
            FileSystemWatcher { glob_pattern: GlobPattern::String("**/*".to_owned()), kind: None };
        let options = DidChangeWatchedFilesRegistrationOptions { watchers: vec![every] };
        let registration = Registration {
            id: "files".to_owned(),
            method: DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: Some(json!(options)),
        };
        let asked = RegistrationParams { registrations: vec![registration] };
        self.send(
            Request::new("watch".to_owned().into(), RegisterCapability::METHOD.to_owned(), asked)
                .into(),
        );
    }

    fn say(&self, typ: MessageType, message: String) {
        let params = ShowMessageParams { typ, message };
        self.send(Notification::new(ShowMessage::METHOD.to_owned(), params).into());
    }

    fn answer(&mut self, request: Request) -> Response {
        let Request { id, method, params } = request;
        let answered = match method.as_str() {
            HoverRequest::METHOD => read(params).map(|it| self.hover(&it)),
            GotoDefinition::METHOD => read(params).map(|it| self.definition(&it)),
            Completion::METHOD => read(params).map(|it| self.completion(&it)),
            CodeActionRequest::METHOD => read(params).map(|it| self.actions(&it)),
            ExecuteCommand::METHOD => read(params).and_then(|it| self.execute(it)),
            _ => Err((ErrorCode::MethodNotFound, format!("`{method}` is not spoken here"))),
        };
        match answered {
            Ok(value) => Response::new_ok(id, value),
            Err((code, message)) => Response::new_err(id, code as i32, message),
        }
    }

    fn hear(&mut self, told: Notification) {
        match told.method.as_str() {
            DidOpenTextDocument::METHOD => {
                if let Ok(DidOpenTextDocumentParams { text_document: it }) = read(told.params) {
                    self.put(it.uri, it.version, it.text.into());
                }
            }
            DidChangeTextDocument::METHOD => {
                if let Ok(changed) = read::<DidChangeTextDocumentParams>(told.params) {
                    self.change(changed);
                }
            }
            DidCloseTextDocument::METHOD => {
                if let Ok(DidCloseTextDocumentParams { text_document: it }) = read(told.params) {
                    self.close(&it.uri);
                }
            }
            DidSaveTextDocument::METHOD | DidChangeWatchedFiles::METHOD => self.look_again(),
            _ => {}
        }
    }

    fn put(&mut self, uri: Uri, version: i32, text: Arc<str>) {
        let Some(file) = uri::path(&uri) else { return };
        self.open.insert(file, Open { uri, version, text });
        // What one file says may concern every other that is open.
        self.due.extend(self.open.keys().cloned());
    }

    fn change(&mut self, changed: DidChangeTextDocumentParams) {
        let it = changed.text_document;
        let Some(open) = uri::path(&it.uri).and_then(|file| self.open.get(&file)) else { return };
        let mut text = open.text.to_string();
        for change in changed.content_changes {
            apply(&mut text, change, self.encoding);
        }
        self.put(it.uri, it.version, text.into());
    }

    fn close(&mut self, uri: &Uri) {
        let Some(file) = uri::path(uri) else { return };
        if let Some(open) = self.open.remove(&file) {
            self.publish(open.uri, None, Vec::new());
        }
        self.due.remove(&file);
        self.due.extend(self.open.keys().cloned());
    }

    /// Believes nothing that was read before.
    fn look_again(&mut self) {
        let errors = self.projects.values_mut().filter_map(|it| it.forget().err());
        let errors: Vec<String> = errors.map(|it| it.to_string()).collect();
        errors.into_iter().for_each(|it| self.say(MessageType::WARNING, it));
        self.due.extend(self.open.keys().cloned());
    }

    fn publish(&self, uri: Uri, version: Option<i32>, diagnostics: Vec<lsp_types::Diagnostic>) {
        let params = PublishDiagnosticsParams { uri, diagnostics, version };
        self.send(Notification::new(PublishDiagnostics::METHOD.to_owned(), params).into());
    }

    /// Marks what is to be seen to in a file.
    fn mark(&mut self, file: &Path) {
        let Some(view) = self.view(file) else { return };
        let Some(open) = self.open.get(file) else { return };
        let found = diagnostics(&view, &Lines::new(&open.text, self.encoding));
        self.publish(open.uri.clone(), Some(open.version), found);
    }

    /// The project that a file is in, the innermost of several.
    fn root(&mut self, file: &Path) -> Option<PathBuf> {
        let known = self.projects.iter().filter(|(_, it)| it.session.path_of(file).is_some());
        if let Some((root, _)) = known.max_by_key(|(root, _)| root.as_os_str().len()) {
            return Some(root.clone());
        }
        let project = match Project::of(file, self.as_of) {
            Ok(project) => project,
            Err(hexapla_workspace::Error::NoProject(_)) => return None,
            Err(error) => {
                self.say(MessageType::WARNING, error.to_string());
                return None;
            }
        };
        let root = project.session.root().to_owned();
        self.projects.insert(root.clone(), project);
        Some(root)
    }

    /// A file as it stands in the client, with what the project says of it; none where it is in no project.
    fn view(&mut self, file: &Path) -> Option<View> {
        let root = self.root(file)?;
        let project = self.projects.get_mut(&root)?;
        let place = project.place(&project.session.path_of(file)?)?;
        let loaded = match project.load(&place) {
            Ok(loaded) => loaded,
            Err(error) => {
                self.say(MessageType::WARNING, error.to_string());
                return None;
            }
        };
        let project = self.projects.get(&root)?;
        let open = self.open.iter();
        let open = open
            .filter_map(|(file, it)| Some((project.session.path_of(file)?, Arc::clone(&it.text))));
        Some(View::of(project, place, &loaded, &open.collect()))
    }

    /// What is asked of a place in a file; nothing where the file is not open or in no project.
    fn at<T>(
        &mut self,
        place: &TextDocumentPositionParams,
        ask: impl FnOnce(&Self, &View, &Lines<'_>, usize) -> T,
    ) -> Option<T> {
        let file = uri::path(&place.text_document.uri)?;
        let view = self.view(&file)?;
        let open = self.open.get(&file)?;
        let lines = Lines::new(&open.text, self.encoding);
        let offset = lines.offset(place.position);
        Some(ask(self, &view, &lines, offset))
    }

    fn hover(&mut self, asked: &HoverParams) -> Value {
        let place = &asked.text_document_position_params;
        json!(self.at(place, |_, view, lines, offset| hover(view, lines, offset)).flatten())
    }

    fn definition(&mut self, asked: &GotoDefinitionParams) -> Value {
        let place = &asked.text_document_position_params;
        let found =
            self.at(place, |server, view, _, offset| definitions(view, offset, server.encoding));
        json!(found.unwrap_or_default())
    }

    fn completion(&mut self, asked: &CompletionParams) -> Value {
        let place = &asked.text_document_position;
        let found = self.at(place, |_, view, lines, offset| completions(view, lines, offset));
        json!(found.unwrap_or_default())
    }

    fn actions(&mut self, asked: &CodeActionParams) -> Value {
        let place = TextDocumentPositionParams {
            text_document: asked.text_document.clone(),
            position: asked.range.start,
        };
        let uri = &asked.text_document.uri;
        let found = self.at(&place, |server, view, lines, offset| {
            let open = server.open.get(&uri::path(uri)?)?;
            Some(actions(view, lines, (uri, open.version, offset), &asked.context.diagnostics))
        });
        json!(found.flatten().unwrap_or_default())
    }

    fn execute(&mut self, asked: ExecuteCommandParams) -> Result<Value, (ErrorCode, String)> {
        let verb = Verb::ALL.into_iter().find(|it| it.command() == asked.command);
        let verb = verb.ok_or_else(|| {
            (ErrorCode::InvalidParams, format!("there is no command `{}`", asked.command))
        })?;
        let asking: Asking = read(asked.arguments.into_iter().next().unwrap_or_default())?;
        let refuse = |message: String| (ErrorCode::RequestFailed, message);
        let file = uri::path(&asking.uri).ok_or_else(|| refuse("that is no file".to_owned()))?;
        let root = self.root(&file);
        let project = root.and_then(|root| self.projects.get_mut(&root));
        let project = project.ok_or_else(|| refuse("the file is in no project".to_owned()))?;
        let place = project.session.path_of(&file).and_then(|path| project.place(&path));
        let place = place.ok_or_else(|| refuse("the file is not translated".to_owned()))?;
        settle(project, place, (verb, &asking), self.by.as_ref())
            .map_err(|it| refuse(it.to_string()))?;
        self.look_again();
        Ok(Value::Null)
    }
}

/// Makes a change of a client in a text.
fn apply(text: &mut String, change: TextDocumentContentChangeEvent, encoding: Encoding) {
    let Some(range) = change.range else {
        *text = change.text;
        return;
    };
    let lines = Lines::new(text, encoding);
    let (start, end) = (lines.offset(range.start), lines.offset(range.end));
    text.replace_range(start..end.max(start), &change.text);
}

/// What a message says; a client's mistake where it is something else.
fn read<T: DeserializeOwned>(params: Value) -> Result<T, (ErrorCode, String)> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}
