/**
 * Preloaded into the server's process. Its standard input is a pipe from the runner, which the kernel closes when the
 * runner dies, even by SIGKILL: then the server stops too, and gives its port back.
 */
process.stdin.on("end", () => process.kill(process.pid, "SIGTERM")).resume();
