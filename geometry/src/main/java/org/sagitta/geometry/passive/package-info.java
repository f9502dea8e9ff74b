/**
 * Matter where it is: the cylinders and disks between the sensors, which carry supports, cables, cooling and walls. Start
 * at {@link org.sagitta.geometry.passive.PassiveMaterial}, filled by
 * {@link org.sagitta.geometry.passive.CmsPassiveMaterial} and summed up by
 * {@link org.sagitta.geometry.passive.MaterialBudget}. Where it is used, sensors carry their bare silicon only.
 */
@NullMarked
package org.sagitta.geometry.passive;

import org.jspecify.annotations.NullMarked;
