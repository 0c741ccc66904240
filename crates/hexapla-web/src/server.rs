//! Listening, and letting go.

use std::future::Future;
use std::io;
use std::net::{SocketAddr, TcpListener as Bound};
use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tokio_util::task::LocalPoolHandle;
use tower::util::MapRequest;

use crate::limits::Limits;
use crate::stop;

/// An address that is listened on.
#[derive(Debug)]
pub struct Server {
    listener: Bound,
    address: SocketAddr,
}

/// Why nothing is served.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {source}")]
    Bind {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// The system does not let the server run.
    #[error("cannot serve: {0}")]
    Run(#[from] io::Error),
}

impl ServeError {
    /// The next step.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Bind { source, .. } if source.kind() == io::ErrorKind::AddrInUse => {
                "another program listens there: take another `--port`, or 0 for any that is free"
            }
            Self::Bind { source, .. } if source.kind() == io::ErrorKind::PermissionDenied => {
                "ports below 1024 need rights: take a higher `--port`, with a proxy in front of it"
            }
            Self::Bind { .. } => "`--bind` takes an address of this machine, such as 127.0.0.1",
            Self::Run(_) => "see whether the system has files and memory left",
        }
    }
}

/// How long to wait where the system has no room for another connection.
const BREATH: Duration = Duration::from_millis(50);

/// The most bytes that the head of a request may have.
const HEAD: usize = 32 * 1024;

impl Server {
    /// Listens on an address; port 0 is any that is free.
    ///
    /// # Errors
    /// Where another program listens there, or the address is none of this machine.
    pub fn bind(address: SocketAddr) -> Result<Self, ServeError> {
        let bound = |listener: Bound| {
            listener.set_nonblocking(true)?;
            let address = listener.local_addr()?;
            Ok(Self { listener, address })
        };
        Bound::bind(address).and_then(bound).map_err(|source| ServeError::Bind { address, source })
    }

    /// The address, with the port that was taken.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the process is asked to stop (SIGINT, SIGTERM), then ends the answers that
    /// were begun, for which they have [`Limits::farewell`].
    ///
    /// # Errors
    /// Where the system does not let it run.
    pub fn run(self, app: Router, limits: &Limits) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(self.run_until(app, limits, stop::asked()))
    }

    /// The same, on a runtime that is there, until `stop` ends.
    ///
    /// # Errors
    /// Where the system does not let it run.
    pub async fn run_until(
        self,
        app: Router,
        limits: &Limits,
        stop: impl Future<Output = io::Result<()>>,
    ) -> Result<(), ServeError> {
        let listener = TcpListener::from_std(self.listener)?;
        let connections = GracefulShutdown::new();
        let threads = LocalPoolHandle::new(available_parallelism().map_or(1, NonZero::get));
        tokio::select! {
            asked = stop => asked?,
            () = welcome(&listener, &app, limits, &connections, &threads) => {}
        }
        // Nobody may wait for an answer that does not come any more.
        drop(listener);
        drop(tokio::time::timeout(limits.farewell, connections.shutdown()).await);
        Ok(())
    }
}

/// Takes one connection after the other, for ever. Each is answered by one thread from its beginning
/// to its end, so that no request is handed from thread to thread.
async fn welcome(
    listener: &TcpListener,
    app: &Router,
    limits: &Limits,
    connections: &GracefulShutdown,
    threads: &LocalPoolHandle,
) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(HEAD);
    loop {
        // Nobody closes the semaphore.
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let accepted =
            listener.accept().await.and_then(|(stream, peer)| Ok((stream.into_std()?, peer)));
        let Ok((stream, peer)) = accepted else {
            tokio::time::sleep(BREATH).await;
            continue;
        };
        let (builder, app, stall) = (builder.clone(), app.clone(), limits.stall);
        let watcher = connections.watcher();
        threads.spawn_pinned(move || async move {
            // How a connection ended concerns nobody but its reader.
            if let Ok(stream) = TcpStream::from_std(stream) {
                let stream = TokioIo::new(Box::pin(patient(stream, stall)));
                let service = TowerToHyperService::new(MapRequest::new(
                    app,
                    move |mut request: Request<Incoming>| {
                        request.extensions_mut().insert(ConnectInfo(peer));
                        request
                    },
                ));
                drop(watcher.watch(builder.serve_connection(stream, service)).await);
            }
            drop(place);
        });
    }
}

/// A connection whose reader has to take something of an answer now and then.
fn patient(stream: TcpStream, stall: Duration) -> TimeoutStream<TcpStream> {
    // Without it the end of a small answer may wait for an acknowledgement; nothing else is lost.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(stall));
    stream
}
