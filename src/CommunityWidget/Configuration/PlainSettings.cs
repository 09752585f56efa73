using System.Globalization;
using System.Numerics;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Configuration;

/// <summary>
/// How what is set is read: in the words people write it in and the README uses. A number or a yes or no that is left blank is not set; one of some options that
/// cannot be read is said in a sentence, together with whatever else is wrong with any options.
/// </summary>
public static class PlainSettings
{
    private static readonly string[] On = ["on", "true", "yes", "1"], Off = ["off", "false", "no", "0"];

    /// <summary>Fills options from a section of the settings.</summary>
    public static OptionsBuilder<T> BindSettings<T>(this OptionsBuilder<T> options, string section) where T : class
    {
        options.Services.AddSingleton<IValidateOptions<T>>(services => new Readable<T>(services.GetRequiredService<IConfiguration>().GetSection(section)));
        return options.Configure<IConfiguration>((into, settings) => Fill(into, settings.GetSection(section)));
    }

    /// <summary>A yes or no outside of any options. One that is neither ends the start at once: what else is wrong is said the next time.</summary>
    public static bool IsOn(this IConfiguration settings, string name, bool otherwise)
    {
        var faults = new List<string>();
        return Read(typeof(bool), otherwise, settings.GetSection(name), faults) is bool on && faults.Count == 0 ? on : throw new OptionsValidationException(name, typeof(bool), faults);
    }

    // What cannot be read is left as it was, and said beside what the options' own checks find.
    private static void Fill<T>(T into, IConfigurationSection section) where T : class
    {
        foreach (var one in Settable<T>()) one.SetValue(into, Read(one.PropertyType, one.GetValue(into), section.GetSection(one.Name), []));
    }

    private static IEnumerable<PropertyInfo> Settable<T>() => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.SetMethod is { IsPublic: true });

    private static object? Read(Type type, object? otherwise, IConfigurationSection setting, List<string> faults)
    {
        var said = setting.Value;
        if (type == typeof(string)) return said ?? otherwise;
        if (string.IsNullOrWhiteSpace(said)) return otherwise;
        if (type == typeof(bool) && Is(On, said)) return true;
        if (type == typeof(bool) && Is(Off, said)) return false;
        // One that is too large is a number all the same: which ones are taken, the options' own checks say.
        if (type != typeof(bool) && BigInteger.TryParse(said, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            return type == typeof(int) ? (object)(int)BigInteger.Clamp(number, int.MinValue, int.MaxValue) : (long)BigInteger.Clamp(number, long.MinValue, long.MaxValue);
        faults.Add(type == typeof(bool)
            ? $"{setting.Path} is neither on nor off. Write one of the two; true, false, yes, no, 1 and 0 are understood too."
            : $"{setting.Path} is not a whole number{(setting.Key.EndsWith("Ms", StringComparison.Ordinal) ? " of milliseconds" : "")}. Write it like {otherwise}: digits alone, without a unit.");
        return otherwise;
    }

    private sealed class Readable<T>(IConfigurationSection section) : IValidateOptions<T> where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var faults = new List<string>();
            foreach (var one in Settable<T>()) Read(one.PropertyType, one.GetValue(options), section.GetSection(one.Name), faults);
            return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
        }
    }

    private static bool Is(string[] words, string said) => words.Contains(said.Trim(), StringComparer.OrdinalIgnoreCase);
}
