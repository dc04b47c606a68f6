/** What peers and ordering nodes log: gRPC would add a warning for each attempt to reach a node that is down. */
export const LOGGING = 'warning:grpc=error';
