using System.Collections;
using System.Reflection;
using System.Text;
using CommunityWidget.Tests.Testing.App;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Doors;

/// <summary>Where somebody's text comes in at a door, beside the parts of its address: read from what the running program binds, so that none is forgotten.</summary>
/// <param name="Door">Which.</param>
/// <param name="Query">Names in its query.</param>
/// <param name="Fields">Names of its form's fields.</param>
/// <param name="Body">Its JSON, each text numbered; none where it takes none.</param>
public sealed record TextPlaces(Door Door, IReadOnlyList<string> Query, IReadOnlyList<string> Fields, NumberedJson? Body)
{
    private const int Deep = 4;

    public static async Task<IReadOnlyList<TextPlaces>> All(RunningApp app)
    {
        var (pages, routes) = (app.Services.GetRequiredService<PageLoader>(), app.Routes().ToLookup(route => "/" + route.RoutePattern.RawText!.Trim('/')));
        var all = new List<TextPlaces>();
        foreach (var door in await Door.All(app))
        {
            var route = routes[door.Route].First(one => one.Metadata.GetMetadata<PageActionDescriptor>() is not null == door.IsPage && (door.IsPage || one.Methods().Contains(door.Method)));
            all.Add(route.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? OfPage(door, await pages.LoadAsync(page, route.Metadata)) : OfRoute(door, route));
        }
        return all;
    }

    private static TextPlaces OfRoute(Door door, RouteEndpoint route)
    {
        var asked = route.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [];
        var inPath = route.RoutePattern.Parameters.Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var query = asked.Where(one => one.ParameterType == typeof(string) && !inPath.Contains(one.Name!)).Select(one => one.Name!);
        var body = route.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        return new(door, [.. query], [], body is null || door.Method == "GET" ? null : NumberedJson.Of(body));
    }

    private static TextPlaces OfPage(Door door, CompiledPageActionDescriptor page)
    {
        var handlers = page.HandlerMethods.Where(handler => string.Equals(handler.HttpMethod, door.Method, StringComparison.OrdinalIgnoreCase) && handler.Name == door.Button);
        var bound = page.BoundProperties.Concat(handlers.SelectMany(handler => handler.Parameters)).SelectMany(Names).Distinct().ToList();
        return door.Changes ? new(door, [], bound, null) : new(door, bound, [], null);
    }

    private static IEnumerable<string> Names(ParameterDescriptor bound) =>
        IsPlain(bound.ParameterType) ? Names(bound.BindingInfo?.BinderModelName ?? bound.Name, bound.ParameterType, 0) : Names(bound.BindingInfo?.BinderModelName ?? "", bound.ParameterType, 0);

    private static IEnumerable<string> Names(string name, Type type, int deep)
    {
        if (type == typeof(string) || type == typeof(string[]) || type == typeof(List<string>) || type == typeof(IReadOnlyList<string>)) return [name];
        if (deep == Deep || IsPlain(type)) return [];
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
            return type.GetGenericArguments() is [_, var value] ? Names($"{name}[en]", value, deep + 1) : Names($"{name}[0]", type.GetGenericArguments()[0], deep + 1);
        return type.GetProperties().Where(one => one.CanWrite && one.GetIndexParameters().Length == 0).SelectMany(one => Names(name.Length == 0 ? one.Name : $"{name}.{one.Name}", one.PropertyType, deep + 1));
    }

    private static bool IsPlain(Type type) => type.Namespace is "System" or "Microsoft.AspNetCore.Http";
}

/// <summary>JSON of a type in which every text is a place with a number.</summary>
public sealed class NumberedJson
{
    private readonly StringBuilder _json = new();

    public int Texts { get; private set; }

    public static NumberedJson Of(Type type)
    {
        var made = new NumberedJson();
        made.Write("", type, 0);
        return made;
    }

    /// <summary>The arguments of a call.</summary>
    public static NumberedJson Of(MethodInfo method)
    {
        var made = new NumberedJson();
        made.Listed([.. method.GetParameters().Select(one => (one.Name!, one.ParameterType))]);
        return made;
    }

    /// <summary>With one of its texts as given, in JSON's own escapes, and the others as usual.</summary>
    public string With(int place, string strange, Func<string, string> usual)
    {
        var json = _json.ToString();
        for (var text = 0; text < Texts; text++)
        {
            var from = json.IndexOf($"\"@{text}:", StringComparison.Ordinal);
            var to = json.IndexOf('"', from + 1) + 1;
            var name = json[(from + $"\"@{text}:".Length)..(to - 1)];
            json = $"{json[..from]}\"{(text == place ? string.Concat(strange.Select(c => $"\\u{(int)c:x4}")) : usual(name))}\"{json[to..]}";
        }
        return json;
    }

    private void Listed(IReadOnlyList<(string Name, Type Type)> items)
    {
        _json.Append('[');
        foreach (var (item, place) in items.Select((item, place) => (item, place)))
        {
            if (place > 0) _json.Append(',');
            Write(item.Name, item.Type, 0);
        }
        _json.Append(']');
    }

    private void Write(string name, Type declared, int deep)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string)) _json.Append($"\"@{Texts++}:{name}\"");
        else if (type == typeof(bool)) _json.Append("true");
        else if (type == typeof(Guid)) _json.Append($"\"{Guid.Empty}\"");
        else if (type.IsPrimitive) _json.Append('1');
        else if (typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var item]) Listed([(name, item)]);
        else if (deep > 3 || type.Namespace?.StartsWith("CommunityWidget", StringComparison.Ordinal) != true) _json.Append("null");
        else Properties(type, deep);
    }

    private void Properties(Type type, int deep)
    {
        _json.Append('{');
        foreach (var (one, place) in type.GetProperties().Where(one => one.CanWrite).Select((one, place) => (one, place)))
        {
            if (place > 0) _json.Append(',');
            var name = char.ToLowerInvariant(one.Name[0]) + one.Name[1..];
            _json.Append($"\"{name}\":");
            Write(name, one.PropertyType, deep + 1);
        }
        _json.Append('}');
    }
}
