using System.Data.Common;

namespace CommunityWidget.Database;

/// <summary>The few places where the databases we run on differ. A statement asks the dialect; it never branches.</summary>
public abstract class SqlDialect
{
    /// <summary>Short name: picks the dialect half of a migration pair.</summary>
    public abstract string Name { get; }

    /// <summary>Appended to a select whose rows the transaction will change.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>The same for a select that leaves out rows another transaction is changing.</summary>
    public abstract string ForUpdateOfFree { get; }

    /// <summary>Appended to a select that leaves out rows another transaction is changing, and whose rows may be deleted.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>True when one writer at a time is the database's own rule, so that waiting is done outside it.</summary>
    public abstract bool OneWriter { get; }

    /// <summary>"column is one of the parameter's values".</summary>
    public abstract string In(string column, string parameter);

    /// <summary>"column is one of the parameter's texts", the parameter made by <see cref="Texts"/>: any number of them.</summary>
    public abstract string AnyOf(string column, string parameter);

    /// <summary>Texts as one parameter.</summary>
    public abstract object Texts(string[] values);

    /// <summary>The number of a text's first character.</summary>
    public abstract string CodeOf(string text);

    /// <summary>Rows as a table, to stand behind <c>from</c> or <c>join</c> of a statement for <see cref="Run"/> or <see cref="Values"/>.</summary>
    public abstract string Table(Rows rows);

    /// <summary>Runs statements for all their rows; gives how many rows they changed.</summary>
    public abstract Task<int> Run(DbTransaction transaction, IReadOnlyList<RowStatement> statements);

    /// <summary>Runs a statement for all its rows; gives the numbers or texts it finds or returns, at most one for each.</summary>
    public abstract Task<IReadOnlyList<T>> Values<T>(DbTransaction transaction, RowStatement statement) where T : notnull;

    /// <summary>Finding threads by their words.</summary>
    public abstract TextSearch Search { get; }

    /// <summary>True when every start brings the schema up by itself; otherwise somebody says so.</summary>
    public abstract bool MigratesItself { get; }

    /// <summary>How one runs on another database instead, as half a sentence.</summary>
    public abstract string Elsewhere { get; }

    /// <summary>Counts the tables named <c>@table</c>.</summary>
    public abstract string TableExists { get; }

    /// <summary>Keeps other programs from migrating until <see cref="UnlockSchema"/>, and each step is a transaction of its own; empty where beginning one does, and all steps are one.</summary>
    public abstract string LockSchema { get; }

    /// <summary>Lets other programs migrate again.</summary>
    public virtual string UnlockSchema => "";

    /// <summary>Runs first in a step's transaction: how long it may take, and may wait for what others hold.</summary>
    public virtual string StepLimits => "";

    /// <summary>True when others were in a migration's way: a little later they may not be.</summary>
    public virtual bool MayStepAgain(DbException error) => false;

    /// <summary>Locks the text <c>@named</c> until the transaction ends, whether or not any row holds it; empty where one writer at a time does.</summary>
    public virtual string LockNamed => "";

    /// <summary>What time it is at the server, in Unix milliseconds; empty where it is our own process.</summary>
    public virtual string Now => "";

    /// <summary>Finds the names of settings that let a stored row be lost; empty where there are none.</summary>
    public virtual string Unsafe => "";

    /// <summary>Why this server will not do, with what to do; nothing when it will.</summary>
    public abstract string? Refuses(DbConnection connection);

    /// <summary>Opens a connection that is ready for work.</summary>
    public abstract Task<DbConnection> Open(CancellationToken stop);

    /// <summary>How long a write waits for others in all, before it is refused.</summary>
    public virtual TimeSpan Patience => TimeSpan.FromSeconds(4);

    /// <summary>A server that has not answered for so long is silent, and nothing comes of what it was asked; null where it cannot be.</summary>
    public virtual TimeSpan? SilentAfter => null;

    /// <summary>The same of a connection that does not come: how long one is waited for is set apart from how long an answer is.</summary>
    public virtual TimeSpan? OpensWithin => SilentAfter;

    /// <summary>How many threads the driver may block while the server is silent.</summary>
    public virtual int Blocks => 0;

    /// <summary>By which a server is silent: the time that passes outside, whatever time it is in here.</summary>
    public virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>Begins a transaction that will write; waits for other programs' about as long as it is told.</summary>
    public abstract Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience);

    /// <summary>Takes from the disk what was deleted or overwritten; false when others were in the way. Where the database's own housekeeping does it, and no dump holds it, there is nothing to do.</summary>
    public virtual Task<bool> Scrub(DbConnection connection) => Task.FromResult(true);

    /// <summary>After many rows came at once: looks how many there are of what, by which statements choose their way.</summary>
    public virtual Task LearnSizes(DbConnection connection) => Task.CompletedTask;

    /// <summary>True when the database is away, locked or full rather than the statement wrong.</summary>
    public abstract bool IsAway(DbException error);

    /// <summary>True when the server is there and does not let us in: a right, a password or the whole database is missing. It is away until whoever runs it mends that.</summary>
    public virtual bool IsShutOut(DbException error) => false;

    /// <summary>True when others kept something locked for as long as it is waited for: the database is well, and what they did not lock is free.</summary>
    public virtual bool IsLocked(DbException error) => false;

    /// <summary>What to do about a database that cannot be used at all, in one sentence for whoever starts the program.</summary>
    public abstract string Explain(DbException error);

    /// <summary>The same where no more was asked than to read what is there.</summary>
    public virtual string ExplainReading(DbException error) => Explain(error);

    /// <summary>True when a unique index refused the row.</summary>
    public abstract bool IsDuplicate(DbException error);

    /// <summary>True when another transaction was faster: this one is undone, and would see more if it ran again.</summary>
    public virtual bool LostRace(DbException error) => IsDuplicate(error);

    /// <summary>Before what failed so runs again: what would fail the same way is forgotten.</summary>
    public virtual void BeforeAgain(DbException error)
    {
    }

    /// <summary>True when the database is there and says nothing: whoever asks next waits in vain too.</summary>
    public virtual bool IsSilent(DbException error) => false;

    /// <summary>True when the connection broke, or none could be made: another one may do.</summary>
    public virtual bool LostConnection(DbException error) => false;
}
