fn main(){ let t=std::time::Instant::now(); let c=roles::builtin::corpus(); eprintln!("{} {} {:?}", c.roles.len(), c.sources.len(), t.elapsed()); }
