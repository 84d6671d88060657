-- Makes a session with one track, on it an LV2 plugin with a preset, and saves it.
-- arguments: folder, plugin's URI, preset's URI, rate, channels, label of another preset of it, and
-- settings of controls, which are counted from 0: "0=1"

local folder, uri, preset_uri, rate, channels =
	arg[1], arg[2], arg[3], tonumber (arg[4]), tonumber (arg[5])

local function fail (why)
	print ("FAIL " .. why)
	os.exit (1)
end

-- The third argument is a group of routes: none until Ardour 8, which cannot make one by a call; an empty
-- one since, where none is a crash.
local function add_track (session)
	local works, group = pcall (function () return ARDOUR.RouteGroup () end)
	return session:new_audio_track (channels, channels, works and group or nil, 1, "Track",
		ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true):front ()
end

AudioEngine:set_backend ("None (Dummy)", "", "")
local session = create_session (folder, "session", rate)
if not session then fail ("no session") end
local track = add_track (session)
local processor = ARDOUR.LuaAPI.new_plugin (session, uri, ARDOUR.PluginType.LV2, "")
if processor:isnil () then fail ("the plugin cannot be made") end
if track:add_processor_by_index (processor, 0, nil, true) ~= 0 then
	fail ("the track refuses the plugin")
end
local plugin = processor:to_insert ():plugin (0)
local preset = plugin:preset_by_uri (preset_uri)
if not preset then fail ("there is no preset " .. preset_uri) end
if not plugin:load_preset (preset) then fail ("the preset does not load") end
for i = 7, #arg do
	local which, value = arg[i]:match ("^(%d+)=(.*)$")
	if not ARDOUR.LuaAPI.set_processor_param (processor, tonumber (which), tonumber (value)) then
		fail ("the plugin has no control " .. which)
	end
end
print ("loaded " .. plugin:last_preset ().label)
local other = plugin:preset_by_label (arg[6])
if not other then fail ("there is no preset " .. arg[6]) end
print ("listed " .. other.uri)
session:save_state ("")
preset, other, plugin, processor, track, session = nil, nil, nil, nil, nil
collectgarbage ()
close_session ()
print ("done")
quit ()
