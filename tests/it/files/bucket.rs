//! A server that speaks S3, in this process: it checks signatures, joins parts and keeps objects as files. It can be
//! taken away and come back, and it can fail in the middle of a file.

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use styringsrad::config::S3;
use tokio::sync::oneshot;

pub const NAME: &str = "papers";
const KEY: &str = "our-key";
pub const SECRET: &str = "hemmelig/nøkkel";

/// A bucket of its own; it goes, with what is in it, when this does.
pub struct Bucket {
    folder: PathBuf,
    port: u16,
    /// Whether every part after the first is refused.
    pub breaks: Arc<AtomicBool>,
    /// Its thread, and what ends it; none while it is away.
    runs: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl Bucket {
    pub fn start() -> Self {
        let folder = crate::support::folder();
        std::fs::create_dir_all(folder.join(NAME)).expect("a bucket is a folder");
        let mut bucket = Self {
            folder,
            port: 0,
            breaks: Arc::default(),
            runs: None,
        };
        bucket.come_back();
        bucket
    }

    /// How it is reached.
    pub fn address(&self) -> S3 {
        S3 {
            endpoint: format!("http://127.0.0.1:{}", self.port),
            bucket: NAME.to_owned(),
            region: "us-east-1".to_owned(),
            key: KEY.to_owned(),
            secret: SECRET.to_owned(),
        }
    }

    /// The same as a setting.
    pub fn url(&self) -> String {
        let secret = SECRET.replace('/', "%2F");
        format!("s3://{KEY}:{secret}@127.0.0.1:{}/{NAME}?plain", self.port)
    }

    /// Nobody answers any more, those who are in the middle of something neither.
    pub fn go_away(&mut self) {
        let (end, thread) = self.runs.take().expect("it is there");
        end.send(()).expect("it runs");
        thread.join().expect("it ends");
    }

    pub fn come_back(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).expect("the port is free");
        listener.set_nonblocking(true).expect("it is a socket");
        self.port = listener.local_addr().expect("it is bound").port();
        let (service, breaks) = (service(&self.folder), Arc::clone(&self.breaks));
        let (end, ended) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime is made");
            runtime.block_on(async {
                tokio::select! {
                    () = serve(listener, service, breaks) => {}
                    _ = ended => {}
                }
            });
        });
        self.runs = Some((end, thread));
    }

    /// The names of all objects in it, and of all that is left of what was broken off.
    pub fn objects(&self) -> (Vec<String>, Vec<String>) {
        let mut found = Vec::new();
        walk(&self.folder, &mut found);
        let names = found.iter().map(|path| {
            path.strip_prefix(&self.folder)
                .expect("below")
                .display()
                .to_string()
        });
        let is_kept = |name: &String| name.starts_with(&format!("{NAME}/"));
        let (kept, other): (Vec<_>, Vec<_>) = names.partition(is_kept);
        (
            kept,
            other
                .into_iter()
                .filter(|name| name.contains("upload"))
                .collect(),
        )
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        if self.runs.is_some() {
            self.go_away();
        }
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

fn service(folder: &Path) -> S3Service {
    let mut builder = S3ServiceBuilder::new(FileSystem::new(folder).expect("a folder is served"));
    builder.set_auth(SimpleAuth::from_single(KEY, SECRET));
    builder.build()
}

async fn serve(listener: TcpListener, service: S3Service, breaks: Arc<AtomicBool>) {
    let listener = tokio::net::TcpListener::from_std(listener).expect("it is a listener");
    while let Ok((socket, _)) = listener.accept().await {
        let (service, breaks) = (service.clone(), Arc::clone(&breaks));
        let answer = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
            let (service, breaks) = (service.clone(), Arc::clone(&breaks));
            async move {
                let query = request.uri().query().unwrap_or_default().to_owned();
                let is_later_part =
                    query.contains("partNumber=") && !query.contains("partNumber=1&");
                if breaks.load(Ordering::Relaxed) && is_later_part {
                    let mut refused = hyper::Response::new(s3s::Body::empty());
                    *refused.status_mut() = hyper::StatusCode::SERVICE_UNAVAILABLE;
                    return Ok(refused);
                }
                service.call(request.map(s3s::Body::from)).await
            }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(socket), answer));
    }
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("it is a folder") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}
