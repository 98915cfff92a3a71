"""FastAPI and SQLModel on asyncpg, with PyJWT."""

import hashlib
import json
import os
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

import jwt
import uvicorn
from annotated_types import Interval
from fastapi import Depends, FastAPI, Header, HTTPException, Query, Response, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import ConfigDict, StrictInt, StringConstraints
from pydantic.alias_generators import to_camel
from sqlalchemy import BigInteger, DateTime, tuple_
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

ORIGIN = os.environ["ORIGIN"]
KEYS = {key["kid"]: jwt.PyJWK(key) for key in json.loads(os.environ["JWKS"])["keys"]}

# libpq's sslmode is ssl for asyncpg.
url = make_url(os.environ["DATABASE_URL"]).set(drivername="postgresql+asyncpg", query={"ssl": "disable"})
engine = create_async_engine(url, pool_size=10, max_overflow=0)


class FileBase(SQLModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    folder_id: UUID
    name: str
    type: str
    size: int
    digest: str


class File(FileBase, table=True):
    __tablename__ = "bench_files"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    owner_id: UUID
    size: int = Field(sa_type=BigInteger)
    created_at: datetime = Field(sa_type=DateTime(timezone=True))
    updated_at: datetime = Field(sa_type=DateTime(timezone=True))


class FileCreate(FileBase):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(pattern="^[^/]{1,255}$")]
    type: Annotated[str, StringConstraints(pattern="^[a-z]+/[a-z0-9.+-]+$")]
    size: Annotated[StrictInt, Interval(ge=0, le=2**53 - 1)]
    digest: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class FilePublic(FileBase):
    id: UUID
    owner_id: UUID
    created_at: datetime
    updated_at: datetime


class FilePage(SQLModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    items: list[FilePublic]
    next_cursor: UUID | None


class Greeting(SQLModel):
    message: str


class AuditEvent(SQLModel, table=True):
    __tablename__ = "audit_events"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    occurred_at: datetime = Field(sa_type=DateTime(timezone=True))
    event: str
    operation: str
    subject: str
    request_id: UUID = Field(default_factory=uuid4)
    address: str
    fields: dict[str, Any] = Field(sa_type=JSONB)


async def get_session():
    async with AsyncSession(engine, expire_on_commit=False) as session:
        yield session


SessionDep = Annotated[AsyncSession, Depends(get_session)]


async def get_current_user(credentials: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]) -> UUID:
    try:
        header = jwt.get_unverified_header(credentials.credentials)
        if header.get("typ") != "at+jwt":
            raise jwt.InvalidTokenError("not an access token")
        payload = jwt.decode(
            credentials.credentials,
            KEYS[header["kid"]],
            algorithms=["ES256"],
            audience=ORIGIN,
            issuer=ORIGIN,
            options={"require": ["sub", "exp"]},
        )
    except (jwt.InvalidTokenError, KeyError) as error:
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="Not authenticated") from error
    return UUID(payload["sub"])


CurrentUser = Annotated[UUID, Depends(get_current_user)]

app = FastAPI()


@app.get("/greeting")
async def get_greeting() -> Greeting:
    return Greeting(message="Good day.")


@app.get("/files", response_model=FilePage)
async def list_files(
    user_id: CurrentUser,
    session: SessionDep,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: UUID | None = None,
):
    statement = select(File).where(File.owner_id == user_id)
    if cursor:
        last = select(File.created_at, File.id).where(File.id == cursor).scalar_subquery()
        statement = statement.where(tuple_(col(File.created_at), col(File.id)) < last)
    statement = statement.order_by(col(File.created_at).desc(), col(File.id).desc()).limit(limit + 1)
    rows = (await session.exec(statement)).all()
    items = rows[:limit]
    return {"items": items, "next_cursor": items[-1].id if len(rows) > limit else None}


@app.post("/files", response_model=FilePublic, status_code=status.HTTP_201_CREATED)
async def create_file(user_id: CurrentUser, session: SessionDep, file: FileCreate):
    now = datetime.now(UTC)
    created = File.model_validate(file, update={"owner_id": user_id, "created_at": now, "updated_at": now})
    event = AuditEvent(
        occurred_at=now,
        event="file.created",
        operation="createFile",
        subject=str(user_id),
        address="127.0.0.1",
        fields={"body.name": file.name},
    )
    session.add_all([created, event])
    await session.commit()
    return created


@app.get("/files/{file_id}", response_model=FilePublic)
async def get_file(
    file_id: UUID,
    user_id: CurrentUser,
    session: SessionDep,
    if_none_match: Annotated[str | None, Header()] = None,
):
    statement = select(File).where(File.id == file_id, File.owner_id == user_id)
    file = (await session.exec(statement)).first()
    if not file:
        raise HTTPException(status_code=404, detail="Not found")
    body = FilePublic.model_validate(file).model_dump_json(by_alias=True).encode()
    etag = f'"{hashlib.sha256(body).hexdigest()}"'
    if if_none_match == etag:
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers={"etag": etag})
    return Response(body, media_type="application/json", headers={"etag": etag})


# On uvloop and httptools, as uvicorn[standard] has them, and without a line for each request.
if __name__ == "__main__":
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=int(os.environ["PORT"]),
        loop="uvloop",
        http="httptools",
        log_level="warning",
        access_log=False,
        timeout_keep_alive=60,  # A virtual machine may stand still for longer than the default of 5.
    )
