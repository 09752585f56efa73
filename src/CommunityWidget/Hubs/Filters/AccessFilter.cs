using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Telemetry;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs.Filters;

/// <summary>Checks the <see cref="AllowAttribute"/> of every hub method before it runs. A method without one is never run.</summary>
public sealed class AccessFilter(Access access, CallLimits limits, SocketCallers sockets, SiteStore sites, SqlDialect dialect, TimeProvider clock) : IHubFilter
{
    // How long a suspended or signed-out member's open socket may still act.
    private const long TrustMs = 15_000;

    private readonly ConcurrentDictionary<MethodInfo, Guard> _guards = new();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var guard = _guards.GetOrAdd(invocationContext.HubMethod, Guard.Of);
        try
        {
            return await Refuses(guard, invocationContext) is { } refusal ? guard.Refuse(refusal) : guard.Counted(await next(invocationContext));
        }
        catch (DbException error) when (dialect.IsAway(error))
        {
            return guard.Refuse(Refusals.StorageAway);
        }
    }

    private async ValueTask<Refusal?> Refuses(Guard guard, HubInvocationContext called)
    {
        var caller = await Present(called.Context);
        if (limits.Take(caller) is { } tooMany) return tooMany;
        var refusal = guard.Permission is { } permission
            ? await access.Authorize(caller, permission, guard.Action, called.HubMethodArguments.FirstOrDefault() as string)
            : Refusals.NotAllowed;
        // No method of ours takes nothing for an answer, and the binder does not mind null where a record belongs.
        return refusal ?? (called.HubMethodArguments.Contains(null) ? Refusals.NotUnderstood : null);
    }

    private async ValueTask<Caller?> Present(HubCallerContext connection)
    {
        if (connection.Caller() is not { } known) return null;
        var now = clock.NowMs();
        // A visitor costs nothing to look at again.
        if (known is MemberCaller && connection.Items.TryGetValue(typeof(AccessFilter), out var since) && now - (long)since! < TrustMs) return await OnSite(connection, known);
        var still = await sockets.Still(known);
        if (ReferenceEquals(still, known)) return known;
        connection.Items[typeof(AccessFilter)] = now;
        connection.Remember(still);
        if (still is null) connection.Abort();
        return still;
    }

    // Who they are is trusted for a while; what their site says of lists and rules is remembered anyway, and holds from the next call on.
    private async ValueTask<Caller> OnSite(HubCallerContext connection, Caller known)
    {
        var site = await sites.Get(known.Site.Id);
        if (ReferenceEquals(site, known.Site)) return known;
        var present = known with { Site = site };
        connection.Remember(present);
        return present;
    }

    private sealed record Guard(Permission? Permission, string Action, ConstructorInfo? Reply, PropertyInfo? Refused)
    {
        public static Guard Of(MethodInfo method)
        {
            var result = method.ReturnType is { IsGenericType: true } task ? task.GetGenericArguments()[0] : null;
            var reply = result is { IsGenericType: true } && result.GetGenericTypeDefinition() == typeof(Reply<>) ? result.GetConstructors()[0] : null;
            return new(method.GetCustomAttribute<AllowAttribute>()?.Permission, $"{method.DeclaringType?.Name}.{method.Name}", reply, reply?.DeclaringType!.GetProperty(nameof(Reply<>.Refusal)));
        }

        /// <summary>The refusal as the method's own kind of answer; a method that answers nothing stays silent.</summary>
        public object? Refuse(Refusal refusal)
        {
            Count(refusal);
            return Reply?.Invoke([null, refusal]);
        }

        /// <summary>The method's answer; when it is a refusal, counted.</summary>
        public object? Counted(object? answer)
        {
            if (answer is not null && Refused?.GetValue(answer) is Refusal refusal) Count(refusal);
            return answer;
        }

        private static void Count(Refusal refusal) => Instruments.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
    }
}
