using System.Reflection;
using System.Text;
using System.Text.Json;
using CommunityWidget.Contracts;

namespace CommunityWidget.Tests.Architecture;

/// <summary>Writes the contract as TypeScript, by reflection: what the widget and the consoles compile against.</summary>
public static class WireTypes
{
    private static readonly NullabilityInfoContext Nullability = new();

    // The common ground first, then each audience.
    private static readonly string[] Namespaces = ["CommunityWidget.Contracts", "CommunityWidget.Contracts.Visitors", "CommunityWidget.Contracts.SuperUsers", "CommunityWidget.Contracts.Agents"];

    public static string Generate()
    {
        var types = typeof(Limits).Assembly.GetExportedTypes()
            .OrderBy(t => Array.IndexOf(Namespaces, t.Namespace)).ThenBy(t => t.Name, StringComparer.Ordinal).ToList();
        var parts = types.Where(IsConstants).Select(Constants)
            .Concat(types.Where(t => t is { IsClass: true, IsAbstract: false }).Select(Record))
            .Concat(types.Where(t => t.IsInterface).Select(Methods));
        return "// Generated from src/CommunityWidget.Contracts; do not edit. UPDATE_WIRE=1 with the architecture tests writes it anew.\n\n" + string.Join('\n', parts);
    }

    // A static class of constants; the refusals are values of the server's own.
    private static bool IsConstants(Type type) => type is { IsAbstract: true, IsSealed: true } && type.GetFields().All(f => f.IsLiteral);

    private static string Constants(Type type)
    {
        var fields = type.GetFields();
        if (fields[0].FieldType != typeof(string))
            return $"export const {type.Name} = {{\n{string.Concat(fields.Select(f => $"  {Camel(f.Name)}: {f.GetRawConstantValue()},\n"))}}} as const;\n";
        var words = string.Join(", ", fields.Select(f => $"\"{f.GetRawConstantValue()}\""));
        return $"export const {type.Name} = [{words}] as const;\nexport type {type.Name[..^1]} = (typeof {type.Name})[number];\n";
    }

    private static string Record(Type type)
    {
        var written = new StringBuilder($"export interface {Name(type)} {{");
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var property in properties) written.Append($"\n  {Camel(property.Name)}: {TypeOf(property)};");
        return written.Append(properties.Length == 0 ? "}\n" : "\n}\n").ToString();
    }

    private static string Methods(Type type)
    {
        // What it takes over from another comes first, as in the contract.
        var methods = type.GetInterfaces().Prepend(type).SelectMany(t => t.GetMethods()).Select(m => $"\"{m.Name}\"");
        return $"export const {type.Name[1..]}Methods = [{string.Join(", ", methods)}] as const;\n";
    }

    private static string TypeOf(PropertyInfo property)
    {
        var type = property.PropertyType;
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{Name(value)} | null";
        var nullable = !type.IsValueType && Nullability.Create(property).ReadState == NullabilityState.Nullable;
        return Name(type) + (nullable ? " | null" : "");
    }

    private static string Name(Type type) => type switch
    {
        { IsGenericParameter: true } => type.Name,
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) || type == typeof(long) || type == typeof(double) => "number",
        { IsGenericType: true } => Generic(type.GetGenericTypeDefinition(), type.GetGenericArguments()),
        _ when type.Assembly == typeof(Limits).Assembly => type.Name,
        _ => throw new InvalidOperationException($"{type} has no counterpart on the wire."),
    };

    private static string Generic(Type definition, Type[] arguments) => definition switch
    {
        _ when definition == typeof(IReadOnlyList<>) => $"{Name(arguments[0])}[]",
        _ when definition == typeof(IReadOnlyDictionary<,>) => $"Record<{Name(arguments[0])}, {Name(arguments[1])}>",
        _ => $"{definition.Name.Split('`')[0]}<{string.Join(", ", arguments.Select(Name))}>",
    };

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
