--[[
  What is known of people.
  KEYS  one hash per person
  Returns for each in turn: when they were heard, and 1 when they said goodbye since; two times nil of who is not known.
]]
local known = {}
for _, person in ipairs(KEYS) do
  local beat = redis.call('hmget', person, 'at', 'left')
  known[#known + 1] = beat[1]
  known[#known + 1] = beat[2]
end
return known
