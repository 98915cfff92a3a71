// net/http with pgx and golang-jwt: the far mark.
package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"math/big"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

const (
	poolMax      = 10
	defaultLimit = 50
	maxLimit     = 100
	maxSize      = 1<<53 - 1
	bodyMaxBytes = 4096
)

var (
	namePattern   = regexp.MustCompile(`^[^/]{1,255}$`)
	typePattern   = regexp.MustCompile(`^[a-z]+/[a-z0-9.+-]+$`)
	digestPattern = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

type storedFile struct {
	ID        string    `json:"id"`
	OwnerID   string    `json:"ownerId"`
	FolderID  string    `json:"folderId"`
	Name      string    `json:"name"`
	Type      string    `json:"type"`
	Size      int64     `json:"size"`
	Digest    string    `json:"digest"`
	CreatedAt time.Time `json:"createdAt"`
	UpdatedAt time.Time `json:"updatedAt"`
}

type filePage struct {
	Items      []storedFile `json:"items"`
	NextCursor *string      `json:"nextCursor"`
}

type newFile struct {
	FolderID uuid.UUID `json:"folderId"`
	Name     string    `json:"name"`
	Type     string    `json:"type"`
	Size     *int64    `json:"size"`
	Digest   string    `json:"digest"`
}

func (f newFile) isValid() bool {
	return f.FolderID != uuid.Nil && namePattern.MatchString(f.Name) && typePattern.MatchString(f.Type) &&
		digestPattern.MatchString(f.Digest) && f.Size != nil && *f.Size >= 0 && *f.Size <= maxSize
}

type server struct {
	pool   *pgxpool.Pool
	keys   map[string]*ecdsa.PublicKey
	parser *jwt.Parser
}

func main() {
	config, err := pgxpool.ParseConfig(os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	config.MaxConns = poolMax
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		log.Fatal(err)
	}
	keys, err := publicKeys(os.Getenv("JWKS"))
	if err != nil {
		log.Fatal(err)
	}
	origin := os.Getenv("ORIGIN")
	s := &server{pool: pool, keys: keys, parser: jwt.NewParser(
		jwt.WithValidMethods([]string{"ES256"}),
		jwt.WithIssuer(origin),
		jwt.WithAudience(origin),
		jwt.WithExpirationRequired(),
	)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /greeting", getGreeting)
	mux.HandleFunc("GET /files", s.authenticated(s.listFiles))
	mux.HandleFunc("POST /files", s.authenticated(s.createFile))
	mux.HandleFunc("GET /files/{fileId}", s.authenticated(s.getFile))
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux))
}

func publicKeys(jwks string) (map[string]*ecdsa.PublicKey, error) {
	var set struct {
		Keys []struct{ Kid, X, Y string }
	}
	if err := json.Unmarshal([]byte(jwks), &set); err != nil {
		return nil, err
	}
	keys := make(map[string]*ecdsa.PublicKey)
	for _, key := range set.Keys {
		x, errX := base64.RawURLEncoding.DecodeString(key.X)
		y, errY := base64.RawURLEncoding.DecodeString(key.Y)
		if err := errors.Join(errX, errY); err != nil {
			return nil, err
		}
		keys[key.Kid] = &ecdsa.PublicKey{Curve: elliptic.P256(), X: new(big.Int).SetBytes(x), Y: new(big.Int).SetBytes(y)}
	}
	return keys, nil
}

func (s *server) authenticated(work func(http.ResponseWriter, *http.Request, string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, isBearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !isBearer {
			http.Error(w, "Not authenticated", http.StatusUnauthorized)
			return
		}
		var claims jwt.RegisteredClaims
		if _, err := s.parser.ParseWithClaims(token, &claims, s.keyOf); err != nil || claims.Subject == "" {
			http.Error(w, "Not authenticated", http.StatusUnauthorized)
			return
		}
		work(w, r, claims.Subject)
	}
}

func (s *server) keyOf(token *jwt.Token) (any, error) {
	if token.Header["typ"] != "at+jwt" {
		return nil, errors.New("not an access token")
	}
	kid, _ := token.Header["kid"].(string)
	key, ok := s.keys[kid]
	if !ok {
		return nil, fmt.Errorf("no key %q", kid)
	}
	return key, nil
}

func getGreeting(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, map[string]string{"message": "Good day."})
}

func (s *server) listFiles(w http.ResponseWriter, r *http.Request, userID string) {
	limit, cursor, ok := pageOf(r)
	if !ok {
		http.Error(w, "Invalid request", http.StatusUnprocessableEntity)
		return
	}
	query := `
		select id, owner_id, folder_id, name, type, size, digest, created_at, updated_at
		from bench_files where owner_id = $1
		order by created_at desc, id desc limit $2`
	arguments := []any{userID, limit + 1}
	if cursor != uuid.Nil {
		query = `
			select id, owner_id, folder_id, name, type, size, digest, created_at, updated_at
			from bench_files
			where owner_id = $1 and (created_at, id) < (select created_at, id from bench_files where id = $3)
			order by created_at desc, id desc limit $2`
		arguments = append(arguments, cursor)
	}
	rows, _ := s.pool.Query(r.Context(), query, arguments...)
	files, err := pgx.CollectRows(rows, scanFile)
	if err != nil {
		fail(w, err)
		return
	}
	page := filePage{Items: files}
	if len(files) > limit {
		page.Items = files[:limit]
		page.NextCursor = &files[limit-1].ID
	}
	writeJSON(w, http.StatusOK, page)
}

func pageOf(r *http.Request) (limit int, cursor uuid.UUID, ok bool) {
	query := r.URL.Query()
	limit = defaultLimit
	var err error
	if text := query.Get("limit"); text != "" {
		limit, err = strconv.Atoi(text)
	}
	if err != nil || limit < 1 || limit > maxLimit {
		return 0, uuid.Nil, false
	}
	if text := query.Get("cursor"); text != "" {
		cursor, err = uuid.Parse(text)
	}
	return limit, cursor, err == nil
}

func (s *server) createFile(w http.ResponseWriter, r *http.Request, userID string) {
	if r.Header.Get("Content-Type") != "application/json" {
		http.Error(w, "Unsupported media type", http.StatusUnsupportedMediaType)
		return
	}
	var file newFile
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, bodyMaxBytes))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&file); err != nil || !file.isValid() {
		http.Error(w, "Invalid request", http.StatusUnprocessableEntity)
		return
	}
	var created storedFile
	err := pgx.BeginFunc(r.Context(), s.pool, func(tx pgx.Tx) (err error) {
		created, err = insertFile(r.Context(), tx, userID, file)
		return err
	})
	if err != nil {
		fail(w, err)
		return
	}
	writeJSON(w, http.StatusCreated, created)
}

func insertFile(ctx context.Context, tx pgx.Tx, userID string, file newFile) (storedFile, error) {
	now := time.Now()
	rows, _ := tx.Query(ctx, `
		insert into bench_files (id, owner_id, folder_id, name, type, size, digest, created_at, updated_at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
		returning id, owner_id, folder_id, name, type, size, digest, created_at, updated_at`,
		uuid.New(), userID, file.FolderID, file.Name, file.Type, file.Size, file.Digest, now)
	created, err := pgx.CollectExactlyOneRow(rows, scanFile)
	if err != nil {
		return created, err
	}
	_, err = tx.Exec(ctx, `
		insert into audit_events (id, occurred_at, event, operation, subject, request_id, address, fields)
		values ($1, $2, 'file.created', 'createFile', $3, $4, '127.0.0.1', $5)`,
		uuid.New(), now, userID, uuid.New(), map[string]string{"body.name": file.Name})
	return created, err
}

func (s *server) getFile(w http.ResponseWriter, r *http.Request, userID string) {
	id, err := uuid.Parse(r.PathValue("fileId"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	rows, _ := s.pool.Query(r.Context(), `
		select id, owner_id, folder_id, name, type, size, digest, created_at, updated_at
		from bench_files where id = $1 and owner_id = $2`, id, userID)
	file, err := pgx.CollectExactlyOneRow(rows, scanFile)
	if errors.Is(err, pgx.ErrNoRows) {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		fail(w, err)
		return
	}
	body, err := json.Marshal(file)
	if err != nil {
		fail(w, err)
		return
	}
	etag := fmt.Sprintf(`"%x"`, sha256.Sum256(body))
	w.Header().Set("ETag", etag)
	if r.Header.Get("If-None-Match") == etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(body)
}

func scanFile(row pgx.CollectableRow) (storedFile, error) {
	file, err := pgx.RowToStructByPos[storedFile](row)
	file.CreatedAt, file.UpdatedAt = file.CreatedAt.UTC(), file.UpdatedAt.UTC()
	return file, err
}

func writeJSON(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func fail(w http.ResponseWriter, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	log.Print(err)
	http.Error(w, "Internal error", http.StatusInternalServerError)
}
