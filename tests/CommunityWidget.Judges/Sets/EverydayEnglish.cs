namespace CommunityWidget.Judges.Sets;

/// <summary>What is written to English-speaking shops every day, short, polite or angry, and never an insult.</summary>
internal static class EverydayEnglish
{
    private const int Times = 14;

    private static readonly Dictionary<string, string[]> Fillings = new()
    {
        ["thing"] = ["the toaster", "this drill", "my watch", "the sofa", "your mattress", "the printer", "this dress", "the coat", "the lamp", "the tap", "my washer", "the mower", "the toy", "the cover", "the screen", "the cable", "this pan", "the perfume", "the boiler", "the tyre", "the fridge", "the lock", "the saddle", "the filter", "the pram", "this bike"],
        ["part"] = ["the knob", "the hinge", "the lid", "the handle", "the sole", "the spring", "the seam", "the zip", "the hose", "the belt", "the screw", "the wheel", "the bulb", "the piston", "the drum", "the nozzle", "the trigger", "the tail", "the shaft", "the nipple of the bottle", "the butt of the rod", "the stopcock", "the ballcock", "the nut", "the bush", "the tit of the gauge", "the head"],
        ["bad"] = ["broken", "dead", "ugly", "rubbish", "rotten", "awful", "filthy", "greasy", "sticky", "wonky", "limp", "too fat", "all black", "burnt", "leaking", "rusty", "noisy", "ridiculous", "horrible", "unbearable", "disgusting", "toxic", "dangerous", "pathetic", "nasty", "cheap", "crooked", "stuck"],
        ["colour"] = ["black", "white", "yellow", "brown", "red", "pink", "green", "blue", "grey", "beige", "purple", "gold"],
        ["day"] = ["on Monday", "on Wednesday", "on Thursday", "on Saturday", "tomorrow", "yesterday", "tonight", "this morning", "in August", "at Christmas", "at the weekend", "this week", "at Easter", "on the bank holiday"],
        ["who"] = ["the driver", "the seller", "your colleague", "the cashier", "the mechanic", "the carrier", "the neighbour", "the lady at the desk", "the boss", "nobody", "your team", "a man", "my son", "my wife"],
        ["did"] = ["left without ringing", "did not call back", "was very kind", "does not want to know", "got it wrong", "lied about the date", "was rude to me", "threw the box over the gate", "refused to come up", "hung up", "helped me a lot", "broke everything", "took ages", "never reads mail", "forgot the invoice", "is sick of it"],
        ["place"] = ["in town", "in the country", "in Ireland", "abroad", "in the north", "in Pakistan", "in Mexico", "in China", "at the locker", "in Africa", "in India", "at my place", "in Israel", "in Turkey", "in Poland"],
        ["tongue"] = ["German", "Arabic", "Chinese", "Turkish", "Japanese", "Polish", "Hebrew", "Russian", "Italian", "Spanish", "Korean", "Hindi"],
        ["person"] = ["a pregnant woman", "an old man", "black children", "a girl", "two mums", "a disabled person", "a deaf man", "a lady with a veil", "my mother", "a baby", "Muslims", "a Jewish family", "a dog", "a big chest", "foreigners", "a gay couple", "an autistic teenager", "an Asian client", "a cat", "kids", "left-handed people", "refugees"],
        ["pest"] = ["the rats", "the flies", "the wasps", "the mice", "the fleas", "the mould", "the moles", "the slugs", "the smell", "the moths", "the lice", "the roaches"],
        ["polite"] = ["thanks in advance", "please", "have a nice day", "kind regards", "thanks anyway", "sorry to bother you", "good luck", "see you", "cheers"],
        ["angry"] = ["Shame on you", "This is a disgrace", "I have had enough", "What nonsense", "You cannot be serious", "This is a scam", "Are you kidding me", "Unbelievable", "I am livid", "Pathetic", "Well done, really", "You are taking the mickey"],
        ["want"] = ["I want a voucher", "give me my money back", "I will complain", "I will shop elsewhere", "just answer me", "send it at last", "cancel everything", "I am sending it back", "I will tell my friends", "swap it", "it goes in the bin"],
        ["size"] = ["too small", "too big", "too tight", "too short", "a bit snug", "well cut", "too wide", "one size down", "perfect", "too loose"],
    };

    public static IEnumerable<string> Rows => Fill.All(Times, Fillings,
    [
        "{thing} is {bad}.", "Why is {thing} {bad}?", "{part} is {bad}, what now?", "Nice, but {part} is {bad}.", "Meh, {thing} is a bit {bad}.", "The {colour} is {bad}, I like the {colour}.", "{part} snapped {day}.", "{thing} stopped working {day}.",
        "{part} drips and {part} is {bad}.", "It is {bad} but solid.", "I got a flat {day}, {thing} needs fixing.", "{thing} gave up after a month.", "{thing} stinks, my eyes burn.", "Too {bad} for the price.", "{thing} is junk, {part} is held by tape.", "Such an ugly {colour}!",
        "You have to hit {part} to start it.", "How do I remove {part} without breaking it?", "{part} is stuck, I pulled hard and nothing moves.", "Where is {part}?", "{thing} fell, {part} is dead.", "Do you deliver {place} {day}?", "{who} does not come {day}.", "{day}, {who} {did}.",
        "{who} {did}.", "{who} {did}, {polite}.", "Still nothing {day}.", "It came {day}, open and {bad}.", "No, not {day}, except {place}.", "Yes, {day} too, but not {place}.", "Just tick {day} before you pay.", "You may change the day until {day}.", "My parcel is still {place}, you are dreaming.",
        "I waited {day} for nothing.", "I am out {day}, leave it with {who}.", "{thing} is {size}.", "It is {size}, can I swap it?", "Have you got it in {colour}?", "{angry}, {want}.", "{angry}, {thing} is {bad}, {want}.", "{angry}! {who} {did}.", "I warn you, {want}.", "You took the money twice, {want}.",
        "Who pays the return if {thing} is {size}?", "Are you trying to kill me with these fees?", "Who do you think I am, {want}.", "Expensive and {bad}.", "Your site crashes {day}.", "Your app is {bad}.", "Your service is {bad}.", "Your times are a joke.", "You never answer {day}.", "You are slow, but {thing} is good.",
        "Did you try turning {thing} off?", "You saved me, {polite}!", "No, it does not work, {polite}.", "Yes, exactly, {polite}.", "I am useless at this, how do I build {thing}?", "Silly me, {part} was upside down.", "Oh no, {thing} is sold out.", "Come {day}, we will show you {thing}.", "Take {part} off and rinse it.",
        "The manual is in {tongue}.", "The label is in {tongue} and {tongue}.", "The menu is in {tongue}, how do I change that?", "Is there a seller who speaks {tongue}?", "I look for a {tongue} cook book.", "I need {thing} for {person}.", "Does {thing} suit {person}?", "{thing} is too heavy for {person}.", "A gift for {person}.",
        "Nothing for {person} in your catalogue?", "Your ad with {person} is lovely.", "Made {place} or {place}?", "Does it kill {pest}?", "It does not kill {pest}, they are all over.", "How do I get rid of {pest}?", "The stuff against {pest} is {bad}.", "I hate {pest}, I need a trap.", "{pest} come back {day}.", "Harmful to {person}?",
    ]);
}
