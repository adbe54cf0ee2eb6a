/** What a request to Ahrvo's side asks for. */
export type AhrvoCommand = 'list' | 'get' | 'put' | 'post';
